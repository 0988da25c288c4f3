package dev.clickpath.cli.click;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.EdgeCache;
import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.click.browsing.Browser;
import dev.clickpath.cli.click.browsing.Clicking;
import dev.clickpath.cli.click.curl.BesideCurl;
import dev.clickpath.cli.click.curl.Rounds;
import dev.clickpath.cli.click.names.Names;
import dev.clickpath.cli.click.names.NotHereException;
import dev.clickpath.cli.click.network.Authorities;
import dev.clickpath.cli.click.network.Network;
import dev.clickpath.cli.click.network.NoAnswerException;
import dev.clickpath.cli.click.network.Tls;
import dev.clickpath.cli.click.page.Addresses;
import dev.clickpath.cli.click.report.Json;
import dev.clickpath.cli.click.report.Report;
import dev.clickpath.cli.click.report.Series;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Visit;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes to a page and shows what each step of the way took.
 */
@Command(name = "click", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Goes to a page on this machine, from nothing, and shows what each step took: name, connection, TLS, "
						+ "103, first byte, body, unpacking, parsing, and all the page cannot do without.",
				"Then it does so with the TLS sessions it has by then, and with the connections it has by then." })
public final class Click implements Runnable {

	private static final int MOST_CLICKS = 1_000;

	private static final int MOST_SECONDS = 300;

	private static final int USUAL_DNS_PORT = 8_053;

	/** How long it has practised is seen on it. */
	private final LongSupplier nanos;

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(paramLabel = "URL", arity = "0..1",
			description = "An http or https address on this machine (default: the home of the shop that is up here).")
	private @Nullable String url;

	@Option(names = "--repeat", paramLabel = "N", defaultValue = "1",
			description = "Do it so often, and show medians (default: ${DEFAULT-VALUE}).")
	private int repeat;

	@Option(names = "--practice", paramLabel = "N",
			description = "Do it so often before, unmeasured, on connections of its own: a JVM's first steps are slow, and are "
					+ "not the shop's (default: 20, or as often as it can be begun within 3 s).")
	private @Nullable Integer practice;

	@Option(names = "--purge",
			description = "Empty the CDN edge of the shop that is up here before each click from nothing: "
					+ "practice leaves it with everything.")
	private boolean purge;

	@Option(names = "--http1.1", description = "Do not offer HTTP/2.")
	private boolean http1Only;

	@Option(names = "--dns", paramLabel = "ADDRESS:PORT",
			description = "Ask this name server for all names (default: for those below clickpath.test the shop's, for others the "
					+ "system's resolver).")
	private @Nullable String dns;

	@Option(names = "--cacert", paramLabel = "FILE", description = "Believe these authorities, too; in PEM.")
	private @Nullable Path authorities;

	@Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "10",
			description = "How long a handshake or an answer may take (default: ${DEFAULT-VALUE}).")
	private int timeout;

	@Option(names = "--steps", description = "Show the steps behind each answer, and not only those behind the page.")
	private boolean steps;

	@Option(names = "--beside-curl",
			description = "Get the page in turn with curl, and show the medians of both; try it with --repeat 20.")
	private boolean besideCurl;

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	public Click() {
		this(System::nanoTime);
	}

	Click(LongSupplier nanos) {
		this.nanos = nanos;
	}

	@Override
	public void run() {
		check();
		Names.keepNothing();
		Home home = Place.current().home();
		int offset = offset(home);
		URI address = (this.url != null) ? address(this.url) : shop(home, offset);
		List<Path> files = new ArrayList<>(List.of(new Certificates(home).authority()));
		if (this.authorities != null) {
			files.addFirst(this.authorities);
		}
		Authorities trusted = Authorities.of(files);
		Names names = new Names(nameServer(offset), this.dns != null);
		try (Network network = new Network(Duration.ofSeconds(this.timeout))) {
			click(address, files, () -> new Browser(network, names, Tls.create(trusted, this.http1Only)));
		}
		catch (NoAnswerException | NotHereException ex) {
			throw new Problem(Objects.toString(ex.getMessage()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private void click(URI address, List<Path> files, Rounds.Browsers browsers)
			throws NoAnswerException, NotHereException, InterruptedException {
		int practised = practise(address, browsers);
		if (this.besideCurl) {
			BesideCurl result = new Rounds(System.getenv().getOrDefault("PATH", ""), files, this.http1Only).run(address,
					this.repeat, browsers);
			print(result.phases(), practised, result.lines());
			return;
		}
		series(address, browsers, practised);
	}

	private int practise(URI address, Rounds.Browsers browsers)
			throws NoAnswerException, NotHereException, InterruptedException {
		Practice plan = (this.practice != null) ? Practice.of(this.practice) : Practice.usual();
		return plan.run(() -> {
			try (Browser browser = browsers.create()) {
				Clicking.visit(browser, address);
			}
		}, this.nanos);
	}

	private void series(URI address, Rounds.Browsers browsers, int practised)
			throws NoAnswerException, NotHereException, InterruptedException {
		List<Visit> fresh = new ArrayList<>();
		List<Visit> resumed = new ArrayList<>();
		List<Visit> kept = new ArrayList<>();
		Map<String, Long> remembered = new LinkedHashMap<>();
		for (int i = 0; i < this.repeat; i++) {
			if (this.purge) {
				new EdgeCache(Place.current().home()).purgeEverything();
			}
			try (Browser first = browsers.create(); Browser second = first.again()) {
				fresh.add(Clicking.visit(first, address));
				remember(remembered, first, fresh.getLast());
				resumed.add(Clicking.visit(second, address));
				kept.add(Clicking.visit(second, address));
			}
		}
		List<Series> all = List.of(new Series("from nothing", fresh), new Series("again, new connections", resumed),
				new Series("again, same connections", kept));
		print(Json.of(address, practised, all, remembered), practised, lines(all, remembered));
	}

	private static void remember(Map<String, Long> remembered, Browser browser, Visit visit) {
		for (Opening opening : visit.openings()) {
			if (opening.lookup().asked()) {
				browser.nanosToRemember(opening.lookup().host())
					.ifPresent((nanos) -> remembered.put(opening.lookup().host(), nanos));
			}
		}
	}

	private List<String> lines(List<Series> all, Map<String, Long> remembered) {
		List<String> lines = new ArrayList<>(
				new Report(all.getFirst().usual(), remembered, Instant.now(), this.steps).lines());
		lines.add("");
		lines.addAll(Series.table(all));
		return lines;
	}

	private void print(Object measured, int practised, List<String> lines) {
		PrintWriter out = Objects.requireNonNull(this.spec).commandLine().getOut();
		if (this.json) {
			out.println(JsonMapper.builder()
				.enable(SerializationFeature.INDENT_OUTPUT)
				.build()
				.writeValueAsString(measured));
		}
		else {
			lines.forEach(out::println);
			out.println("Clicks before these for practice, unmeasured: %d.".formatted(practised));
		}
	}

	private void check() {
		Bounds.check(this.spec, "--repeat", this.repeat, 1, MOST_CLICKS);
		if (this.practice != null) {
			Bounds.check(this.spec, "--practice", this.practice, 0, MOST_CLICKS);
		}
		Bounds.check(this.spec, "--timeout", this.timeout, 1, MOST_SECONDS);
		if (this.url != null) {
			address(this.url);
		}
		nameServer(0);
		if (this.besideCurl && (this.purge || this.steps)) {
			throw wrong("--beside-curl gets the page alone and only its times, so that %s is not for it"
				.formatted(this.purge ? "--purge" : "--steps"));
		}
		if (this.authorities != null && !Files.isReadable(this.authorities)) {
			throw wrong("--cacert takes a file that can be read, not " + this.authorities);
		}
	}

	private URI address(String text) {
		return Addresses.of(text)
			.orElseThrow(() -> wrong(
					"URL is an address like https://localhost:8443/, with a port up to 65535, not " + text));
	}

	private ParameterException wrong(String message) {
		return new ParameterException(Objects.requireNonNull(this.spec).commandLine(), message);
	}

	/** By how much the ports of the shop that runs here are shifted. */
	private static int offset(Home home) {
		int usual = new House(1, null, 0).edge().port();
		return RunFile.read(home)
			.flatMap((run) -> run.address(House.EDGE))
			.map((edge) -> edge.getPort() - usual)
			.orElse(0);
	}

	private static URI shop(Home home, int offset) {
		if (RunFile.read(home).isEmpty()) {
			throw new Problem("No shop is running here; start one with ./clickpath up, or name an address.");
		}
		return URI.create(new House(1, null, offset).secureShopAddress() + "/");
	}

	private InetSocketAddress nameServer(int offset) {
		String named = Optional.ofNullable(this.dns).orElse("127.0.0.1:" + (USUAL_DNS_PORT + offset));
		int colon = named.lastIndexOf(':');
		try {
			InetAddress address = InetAddress
				.ofLiteral(named.substring(0, Math.max(colon, 0)).replaceAll("[\\[\\]]", ""));
			int port = Integer.parseInt(named.substring(colon + 1));
			if (address.isLoopbackAddress()) {
				return new InetSocketAddress(address, port);
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below.
		}
		throw wrong("--dns takes an address of this machine with a port, like 127.0.0.1:8053, not " + named);
	}

}
