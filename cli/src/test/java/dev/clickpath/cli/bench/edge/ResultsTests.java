package dev.clickpath.cli.bench.edge;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTests {

	private static final Standing EDGE = new Standing("10 KB", "edge", 10_240, 86_251, 0.15, 3.32, 11.44, 0.98, 0.6,
			null);

	@Test
	void putsRatiosBesideThePeers() {
		Standing nginx = new Standing("10 KB", "nginx", 10_240, 46_017, 0.34, 0.81, 21.5, 0.99, 0.5, null);
		assertThat(new Results(true, List.of(EDGE, nginx.beside(EDGE)), null, null, null).lines()).containsExactly(
				"CASE   SERVER   BYTES   REQ/S  P50 MS  P99 MS  CPU µS  BUSY  EDGE REQ/S  EDGE CPU",
				"10 KB  edge    10,240  86,251    0.15    3.32    11.4   98%",
				"       nginx   10,240  46,017    0.34    0.81    21.5   99%      1.87 x    0.53 x", "",
				"Servers were bound to one core and the load tool to another (taskset).");
	}

	@Test
	void saysWhoCouldDoMoreThanTheLoadTool() {
		Standing idle = new Standing("10 KB", "edge", 10_240, 86_251, 0.15, 3.32, 11.44, 0.7, 0.99, null);
		assertThat(new Results(true, List.of(idle), null, null, null).lines())
			.contains("The load tool was at its limit before edge was (10 KB): it can do more requests/s than that.");
	}

	@Test
	void saysWhoWasDisturbed() {
		Standing disturbed = new Standing("10 KB", "edge", 10_240, 86_251, 0.15, 3.32, 11.44, 0.7, 0.7, null);
		assertThat(new Results(true, List.of(disturbed), null, null, null).lines())
			.anyMatch((line) -> line.startsWith("Something else was at work on these cores in 1 of 1 lines"));
		assertThat(new Results(true, List.of(EDGE), null, null, null).lines())
			.noneMatch((line) -> line.contains("Something else"));
	}

	@Test
	void saysWhenServersAndLoadToolShareCores() {
		assertThat(new Results(false, List.of(EDGE), null, null, null).lines())
			.contains("Servers and load tool shared all cores, so requests/s depend on both.");
	}

	@Test
	void tellsWhatMissesCost() {
		Misses misses = new Misses(3_000, new Misses.Times(0.466, 4.159), new Misses.Times(0.091, 0.572));
		assertThat(new Results(true, List.of(), misses, null, null).lines()).containsExactly(
				"Misses, 3,000 one after another: p50 0.466 ms through the edge, 0.091 ms straight to the origin;",
				"  p99 4.159 ms and 0.572 ms. The edge adds 0.375 ms (p50) and 3.587 ms (p99); aim: 1 ms at most.");
	}

	@Test
	void tellsThatTheEdgeEnded() {
		Capacity capacity = new Capacity(1_000_000, 23_151, 824, 0, new GcLog(0, 0, 0, 0, 0), 0, 264);
		assertThat(new Results(true, List.of(), null, null, capacity).lines())
			.contains("  The edge's process ended by itself after 23,151 of them!");
	}

}
