package dev.clickpath.cli.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.checkout.BenchCheckout;
import dev.clickpath.cli.bench.dns.BenchDns;
import dev.clickpath.cli.bench.edge.BenchEdge;
import dev.clickpath.cli.bench.gateway.BenchGateway;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures what the shop's pages cost.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
		subcommands = { BenchEdge.class, BenchGateway.class, BenchCheckout.class, BenchDns.class, BenchEvents.class,
				BenchTelling.class },
		description = { "Measures the pages of the running shop under load, as shoppers with a history see them.",
				"Each figure is the median of the rounds. CPU is what the shop's processes used for one page; that of the "
						+ "load tool, wrk, comes on top." })
public final class Bench implements Runnable {

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--url", paramLabel = "URL",
			description = "A shop that runs elsewhere; its CPU is not seen (default: the one that is up here).")
	private @Nullable URI url;

	@Mixin
	private final LoadOptions load = new LoadOptions(20);

	@Option(names = "--gzip", description = "Ask for compressed pages.")
	private boolean gzip;

	@Option(names = "--peer", paramLabel = "URL", description = "Any other page, to be measured in the same rounds.")
	private @Nullable URI peer;

	@Option(names = "--peer-pid", paramLabel = "PID", split = ",", description = "The processes behind that page.")
	private @Nullable List<Long> peerPids;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		check();
		Coding coding = this.gzip ? Coding.GZIP : Coding.PLAIN;
		try (Wrk wrk = new Wrk(Wrk.find(System.getenv().getOrDefault("PATH", "")), this.load.connections(), coding)) {
			List<Figures> figures = measure(wrk);
			this.output.print(figures, new Report(figures).lines());
		}
	}

	private List<Figures> measure(Wrk wrk) {
		Map<Page, Meter> pages = new LinkedHashMap<>();
		addShop(pages);
		List<Page> shop = List.copyOf(pages.keySet());
		addPeer(pages);
		Output.tell(
				"Measuring %s: %s over %d connections, %d rounds of %d s a page after %d s of warm-up; %d min at most."
					.formatted(shop.getFirst().browser().site(), this.gzip ? "gzip" : "plain", this.load.connections(),
							this.load.rounds(), this.load.duration(), this.load.warmUp(),
							minutes(pages.size(), pages.size() - shop.size() + 1)));
		warmUp(wrk, Page.mixed(shop));
		pages.keySet().stream().filter((page) -> !shop.contains(page)).forEach((page) -> warmUp(wrk, page));
		return rounds(wrk, pages);
	}

	private void addShop(Map<Page, Meter> pages) {
		Meter meter = Meter.none();
		URI site = this.url;
		if (site == null) {
			RunFile run = RunFile.read(Place.current().home())
				.filter(RunFile::open)
				.orElseThrow(() -> new Problem(
						"No shop is running here; start one with ./clickpath up, or name one with --url."));
			site = run.address(House.GATEWAY).orElseThrow();
			meter = Meter.of(run.entries());
		}
		for (Page page : Page.ofShop(new Browser(site.resolve("/")))) {
			pages.put(page, meter);
		}
	}

	private void addPeer(Map<Page, Meter> pages) {
		if (this.peer != null) {
			String query = this.peer.getRawQuery();
			String path = this.peer.resolve("/").relativize(this.peer).getRawPath();
			Page page = Page.ofPeer(new Browser(this.peer.resolve("/")),
					"/" + path + ((query != null) ? "?" + query : ""));
			pages.put(page, (this.peerPids != null) ? Meter.of(page.name(), this.peerPids) : Meter.none());
		}
	}

	private void warmUp(Wrk wrk, Page page) {
		if (this.load.warmUp() > 0) {
			wrk.run(page, Duration.ofSeconds(this.load.warmUp()));
		}
	}

	private List<Figures> rounds(Wrk wrk, Map<Page, Meter> pages) {
		Map<Page, List<Measurement>> taken = new LinkedHashMap<>();
		for (int round = 1; round <= this.load.rounds(); round++) {
			Output.tell("Round %d of %d".formatted(round, this.load.rounds()));
			pages.forEach((page, meter) -> taken.computeIfAbsent(page, (first) -> new ArrayList<>())
				.add(Measurement.take(wrk, page, meter, Duration.ofSeconds(this.load.duration()))));
		}
		return taken.entrySet().stream().map((entry) -> Figures.of(entry.getKey(), entry.getValue())).toList();
	}

	private long minutes(int pages, int sites) {
		return Math
			.ceilDiv((long) this.load.warmUp() * sites + (long) this.load.rounds() * pages * this.load.duration(), 60L);
	}

	private void check() {
		this.load.check();
		check("--url", this.url);
		check("--peer", this.peer);
		if (this.peerPids != null && this.peer == null) {
			throw wrong("--peer-pid needs --peer, the page that is behind it");
		}
	}

	private void check(String option, @Nullable URI address) {
		if (address != null && (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme()))) {
			throw wrong("%s takes an address like http://localhost:8080, not %s".formatted(option, address));
		}
	}

	private ParameterException wrong(String message) {
		return new ParameterException(Objects.requireNonNull(this.spec).commandLine(), message);
	}

}
