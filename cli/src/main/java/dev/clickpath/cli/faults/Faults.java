package dev.clickpath.cli.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Breaks storefronts behind the gateway.
 */
@Command(name = "faults", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Kills, hangs, slows and restarts storefronts behind the gateway while shoppers ask for 400 pages a second,",
		"and exits 1 when one of them did not get a page. Stand-ins of four storefronts in two zones are used:",
		"nothing else has to run. It takes two minutes." })
public final class Faults implements Callable<Integer> {

	/** The JIT has seen the pages, and the pool its instances, by then. */
	private static final int WARM_UP_SECONDS = 8;

	@Mixin
	private final Output output = new Output();

	@Override
	public Integer call() {
		List<Seen> all = new ArrayList<>();
		try (Workbench workbench = new Workbench()) {
			Stage stage = Stage.set(workbench);
			warmUp(stage.gateway().port());
			warmUp(stage.following().port());
			for (Fault fault : Fault.all()) {
				Output.tell("Now: " + fault.name());
				all.add(suffer(fault, stage));
			}
		}
		this.output.print(all, lines(all));
		return all.stream().allMatch((seen) -> seen.failures() == 0) ? 0 : 1;
	}

	private static void warmUp(int port) {
		try (Traffic traffic = new Traffic(port)) {
			Stage.watch(WARM_UP_SECONDS);
			Seen _ = traffic.seen("warm-up");
		}
	}

	private static Seen suffer(Fault fault, Stage stage) {
		try (Traffic traffic = new Traffic(fault.port(stage))) {
			fault.happen(stage);
			return traffic.seen(fault.name());
		}
	}

	private static List<String> lines(List<Seen> all) {
		Table table = new Table(false, true, true, true, true, true);
		table.row("WHAT HAPPENS", "REQUESTS", "FAILURES", "P50 MS", "P99 MS", "WORST MS");
		for (Seen seen : all) {
			table.row(seen.fault(), String.format(Locale.UK, "%,d", seen.requests()), Integer.toString(seen.failures()),
					String.format(Locale.UK, "%.1f", seen.p50Millis()),
					String.format(Locale.UK, "%.1f", seen.p99Millis()),
					String.format(Locale.UK, "%.0f", seen.worstMillis()));
		}
		List<String> lines = new ArrayList<>(table.lines());
		all.forEach((seen) -> seen.examples().forEach((example) -> lines.add(seen.fault() + ": " + example)));
		return lines;
	}

}
