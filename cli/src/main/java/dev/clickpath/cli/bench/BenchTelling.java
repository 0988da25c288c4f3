package dev.clickpath.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.shopping.OwnShop;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures what it costs that every hop tells its time.
 */
@Command(name = "telling", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Opens two shops of its own, one whose hops tell how long they took and one whose do not, and asks both for the",
		"same pages in turn. A change is the median over the rounds, each of which compares what stood side by side.",
		"Nothing else has to run." })
final class BenchTelling implements Runnable {

	private static final String SWITCH = "CLICKPATH_TELLING_ENABLED";

	private static final int MOST_STOREFRONTS = 16;

	private static final int MOST_TRIES = 20;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	@Spec
	private @Nullable CommandSpec spec;

	@Mixin
	private final LoadOptions load = new LoadOptions(15);

	@Option(names = "--storefronts", paramLabel = "N", defaultValue = "1",
			description = "How many storefronts stand behind each gateway (default: ${DEFAULT-VALUE}).")
	private int storefronts;

	@Option(names = "--gzip", description = "Ask for compressed pages.")
	private boolean gzip;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		this.load.check();
		Bounds.check(this.spec, "--storefronts", this.storefronts, 1, MOST_STOREFRONTS);
		Coding coding = this.gzip ? Coding.GZIP : Coding.PLAIN;
		try (Workbench workbench = new Workbench()) {
			Wrk wrk = workbench
				.put(new Wrk(Wrk.find(System.getenv().getOrDefault("PATH", "")), this.load.connections(), coding));
			TellingFigures figures = measure(workbench, wrk);
			this.output.print(figures, figures.lines());
		}
	}

	private TellingFigures measure(Workbench workbench, Wrk wrk) {
		Output.tell("Opening two shops");
		Side silent = open(workbench, "bench-silent", false);
		Side telling = open(workbench, "bench-telling", true);
		Output.tell("%d pages over %d connections, %d rounds of %d s a page and shop after %d s of warm-up of each"
			.formatted(silent.pages().size(), this.load.connections(), this.load.rounds(), this.load.duration(),
					this.load.warmUp()));
		for (Side side : List.of(silent, telling)) {
			if (this.load.warmUp() > 0) {
				wrk.run(Page.mixed(side.pages()), Duration.ofSeconds(this.load.warmUp()));
			}
		}
		Map<String, List<TellingFigures.Pair>> pairs = new LinkedHashMap<>();
		for (int round = 1; round <= this.load.rounds(); round++) {
			Output.tell("Round %d of %d".formatted(round, this.load.rounds()));
			for (int i = 0; i < silent.pages().size(); i++) {
				pairs.computeIfAbsent(silent.pages().get(i).name(), (first) -> new ArrayList<>())
					.add(pair(wrk, silent, telling, i, round % 2 == 0));
			}
		}
		return TellingFigures.of(pairs);
	}

	/** Whoever is first in one round is second in the next. */
	private TellingFigures.Pair pair(Wrk wrk, Side silent, Side telling, int page, boolean tellingFirst) {
		Measurement early = tellingFirst ? take(wrk, telling, page) : null;
		Measurement off = take(wrk, silent, page);
		return new TellingFigures.Pair(off, (early != null) ? early : take(wrk, telling, page));
	}

	private Measurement take(Wrk wrk, Side side, int page) {
		return Measurement.take(wrk, side.pages().get(page), side.meter(), Duration.ofSeconds(this.load.duration()));
	}

	private Side open(Workbench workbench, String folder, boolean telling) {
		OwnShop shop = workbench
			.put(OwnShop.open(Place.current(), folder, this.storefronts, Map.of(SWITCH, Boolean.toString(telling))));
		return new Side(pages(new Browser(shop.address().resolve("/"))),
				Meter.of(RunFile.read(shop.home()).orElseThrow().entries()));
	}

	/** A shop that has just opened may still leave out of its pages what comes late. */
	private static List<Page> pages(Browser browser) {
		for (int tried = 1;; tried++) {
			try {
				return Page.ofShop(browser);
			}
			catch (Problem ex) {
				if (tried == MOST_TRIES) {
					throw ex;
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

	/** One of the two shops. */
	private record Side(List<Page> pages, Meter meter) {
	}

}
