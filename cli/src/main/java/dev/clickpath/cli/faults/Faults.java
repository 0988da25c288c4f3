package dev.clickpath.cli.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Table;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.faults.checkout.FaultsCheckout;
import dev.clickpath.cli.faults.feed.FaultsFeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Breaks storefronts behind the gateway.
 */
@Command(name = "faults", mixinStandardHelpOptions = true, sortOptions = false,
		subcommands = { FaultsCheckout.class, FaultsFeed.class },
		description = {
				"Kills, hangs, slows and restarts storefronts behind the gateway while shoppers ask for 400 pages a second,",
				"and exits 1 when one of them did not get a page. Stand-ins of four storefronts in two zones are used:",
				"nothing else has to run. It takes two minutes, or less with shorter faults." })
public final class Faults implements Callable<Integer> {

	private static final int LONGEST = 600;

	@Spec
	private @Nullable CommandSpec spec;

	/** The JIT has seen the pages, and the pool its instances, by then. */
	@Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "8",
			description = "How long shoppers shop before the first fault (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	@Option(names = "--lasting", paramLabel = "SECONDS", defaultValue = "5",
			description = "How long each fault lasts (default: ${DEFAULT-VALUE}).")
	private int lasting;

	@Mixin
	private final Output output = new Output();

	@Override
	public Integer call() {
		Bounds.check(this.spec, "--warm-up", this.warmUp, 0, LONGEST);
		Bounds.check(this.spec, "--lasting", this.lasting, 1, LONGEST);
		List<Seen> all = new ArrayList<>();
		try (Workbench workbench = new Workbench()) {
			Stage stage = Stage.set(workbench, this.lasting);
			warmUp(stage);
			for (Fault fault : Fault.all()) {
				Output.tell("Now: " + fault.name());
				all.add(suffer(fault, stage));
			}
		}
		this.output.print(all, lines(all));
		return all.stream().allMatch((seen) -> seen.failures() == 0) ? 0 : 1;
	}

	private void warmUp(Stage stage) {
		try (Traffic _ = new Traffic(stage.gateway().port()); Traffic _ = new Traffic(stage.following().port())) {
			Stage.watch(this.warmUp);
		}
	}

	private static Seen suffer(Fault fault, Stage stage) {
		try (Traffic traffic = new Traffic(fault.port(stage))) {
			fault.happen(stage);
			return traffic.end(fault.name());
		}
	}

	/**
	 * What was seen as a person reads it.
	 */
	static List<String> lines(List<Seen> all) {
		Table table = new Table(false, true, true, true, true, true);
		table.row("WHAT HAPPENS", "REQUESTS", "FAILURES", "P50 MS", "P99 MS", "WORST MS");
		for (Seen seen : all) {
			table.row(seen.fault(), String.format(Locale.UK, "%,d", seen.requests()),
					String.format(Locale.UK, "%,d", seen.failures()),
					String.format(Locale.UK, "%,.1f", seen.p50Millis()),
					String.format(Locale.UK, "%,.1f", seen.p99Millis()),
					String.format(Locale.UK, "%,.0f", seen.worstMillis()));
		}
		List<String> lines = new ArrayList<>(table.lines());
		all.forEach((seen) -> seen.examples().forEach((example) -> lines.add(seen.fault() + ": " + example)));
		return lines;
	}

}
