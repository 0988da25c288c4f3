package dev.clickpath.cli.bench.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Load;
import dev.clickpath.cli.bench.Measurement;

/**
 * Puts all contestants under the same load in turn, round after round, so that whatever
 * else this machine does meets all of them alike.
 */
final class Contest {

	/** Servers that are not on a JVM are at their best after it. */
	private static final Duration WARM_UP_OF_PEERS = Duration.ofSeconds(3);

	private final List<Contestant> contestants;

	private final AssetOrigin origin;

	private final Probe probe;

	private final LoadTool tool;

	private final Consumer<String> progress;

	/**
	 * Puts one asset under load over one protocol.
	 */
	@FunctionalInterface
	interface LoadTool {

		Load run(Contestant contestant, Case test, int length, Duration duration);

	}

	Contest(List<Contestant> contestants, AssetOrigin origin, Probe probe, LoadTool tool, Consumer<String> progress) {
		this.contestants = contestants;
		this.origin = origin;
		this.probe = probe;
		this.tool = tool;
		this.progress = progress;
	}

	private record Entry(Case test, Contestant contestant) {
	}

	/**
	 * Warms everyone up and measures.
	 * @param warmUp of the edge, over all cases
	 * @param duration of each case and contestant in a round
	 */
	List<Standing> hold(List<Case> tests, Duration warmUp, int rounds, Duration duration) {
		warmUp(check(tests), warmUp.dividedBy(tests.size()));
		// Some compress better what is asked for often: the length is the one of now.
		return compare(measure(check(tests), rounds, duration));
	}

	private Map<Entry, Integer> check(List<Case> tests) {
		Map<Entry, Integer> lengths = new LinkedHashMap<>();
		for (Case test : tests) {
			for (Contestant contestant : this.contestants) {
				if (contestant.takes().test(test)) {
					lengths.put(new Entry(test, contestant), this.probe.check(contestant, test));
				}
			}
		}
		return lengths;
	}

	private void warmUp(Map<Entry, Integer> lengths, Duration edge) {
		Duration peer = (edge.compareTo(WARM_UP_OF_PEERS) < 0) ? edge : WARM_UP_OF_PEERS;
		lengths.forEach((entry, length) -> {
			Duration duration = entry.contestant().isEdge() ? edge : peer;
			if (duration.toSeconds() > 0) {
				this.tool.run(entry.contestant(), entry.test(), length, duration);
			}
		});
	}

	private List<Standing> measure(Map<Entry, Integer> lengths, int rounds, Duration duration) {
		Map<Entry, List<Measurement>> taken = new LinkedHashMap<>();
		for (int round = 1; round <= rounds; round++) {
			this.progress.accept("Round %d of %d".formatted(round, rounds));
			lengths.forEach((entry, length) -> taken.computeIfAbsent(entry, (first) -> new ArrayList<>())
				.add(measure(entry, length, duration)));
		}
		List<Standing> standings = new ArrayList<>();
		taken.forEach((entry, measurements) -> standings
			.add(Standing.of(entry.test(), entry.contestant().name(), lengths.getOrDefault(entry, 0), measurements)));
		return standings;
	}

	/** A contestant that went wrong is never a figure. */
	private Measurement measure(Entry entry, int length, Duration duration) {
		long before = this.origin.requests();
		Measurement measurement = Measurement
			.take(() -> this.tool.run(entry.contestant(), entry.test(), length, duration), entry.contestant().meter());
		long asked = this.origin.requests() - before;
		long errors = measurement.load().errors();
		if (asked > 0 || errors > 0) {
			throw new Problem("%s gave %d wrong answers and asked the origin %d times while it was measured (%s)."
				.formatted(entry.contestant().name(), errors, asked, entry.test().name()));
		}
		return measurement;
	}

	/** Puts the edge's figures beside those of its peers in the same case. */
	static List<Standing> compare(List<Standing> standings) {
		return standings.stream()
			.map((standing) -> standings.stream()
				.filter((other) -> other.test().equals(standing.test()) && other.server().equals(Contestant.EDGE))
				.findFirst()
				.map(standing::beside)
				.orElse(standing))
			.toList();
	}

}
