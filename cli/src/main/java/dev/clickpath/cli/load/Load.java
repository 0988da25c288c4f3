package dev.clickpath.cli.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.browsing.Target;
import dev.clickpath.cli.load.report.HtmlReport;
import dev.clickpath.cli.load.report.Json;
import dev.clickpath.cli.load.report.Measured;
import dev.clickpath.cli.load.report.TextReport;
import dev.clickpath.cli.load.shoppers.Crowd;
import dev.clickpath.cli.load.shoppers.Scout;
import dev.clickpath.cli.load.visits.Pauses;
import dev.clickpath.cli.load.visits.Plan;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Lets people shop, and tells how it went.
 */
@Command(name = "load", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Lets shoppers about the running shop, who look around, search, fill baskets, sign in, pay and come back; "
				+ "looks into every answer, and tells how long people waited.",
		"They come at a steady rate, whether the shop keeps up or not, and times count from when a page should have "
				+ "been asked for. Ends with 1 when more answers were wrong than allowed; Ctrl-C ends it early, with the report." })
public final class Load implements Callable<Integer> {

	private static final int USUAL_USERS = 20;

	private static final int MOST_USERS = 1_000;

	private static final double LOWEST_RATE = 0.01;

	private static final double HIGHEST_RATE = 100;

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final Duration SHORTEST_THOUGHT = Duration.ofMillis(100);

	private static final Duration LONGEST_THOUGHT = Duration.ofMinutes(1);

	/** With more of them there is too little in each for its percentiles. */
	private static final int INTERVALS = 30;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--users", paramLabel = "N",
			description = "How many are about the shop at a time, on average, while its pages are there at once; by Little's law "
					+ "they come at that rate (default: " + USUAL_USERS + ").")
	private @Nullable Integer users;

	@Option(names = "--rate", paramLabel = "N",
			description = "Instead of --users: how many come each second, like 0.5.")
	private @Nullable Double rate;

	@Option(names = "--for", paramLabel = "TIME", defaultValue = "60s", converter = Span.class,
			description = "How long they come: 30s, 5m (default: ${DEFAULT-VALUE}).")
	private Duration length = Duration.ZERO;

	@Option(names = "--think", paramLabel = "TIME", defaultValue = "5s", converter = Span.class,
			description = "How long they think before a page, on average; the times are log-normal (default: ${DEFAULT-VALUE}).")
	private Duration think = Duration.ZERO;

	@Option(names = "--seed", paramLabel = "N", description = "Makes the choices of the run that told it again.")
	private @Nullable Long seed;

	@Option(names = "--gateway", paramLabel = "URL", defaultValue = "${env:CLICKPATH_LOAD_GATEWAY}",
			description = "Whom to ask for pages: this machine or a private address (default: CLICKPATH_LOAD_GATEWAY of the "
					+ "environment, or the shop that is up here).")
	private @Nullable URI gateway;

	@Option(names = "--edge", paramLabel = "URL", defaultValue = "${env:CLICKPATH_LOAD_EDGE}",
			description = "Whom to ask for what pages need, together with --gateway (default: CLICKPATH_LOAD_EDGE).")
	private @Nullable URI edge;

	@Option(names = "--patience", paramLabel = "TIME", defaultValue = "20s", converter = Span.class,
			description = "How long an answer may keep them waiting before it counts as failed (default: ${DEFAULT-VALUE}).")
	private Duration patience = Duration.ZERO;

	@Option(names = "--max-failed", paramLabel = "N", defaultValue = "0",
			description = "So many answers may be wrong (default: ${DEFAULT-VALUE}).")
	private int maxFailed;

	@Option(names = "--report", paramLabel = "FILE",
			description = "Write a report for browsers there: one file of HTML.")
	private @Nullable Path report;

	@Option(names = "--json", paramLabel = "FILE", description = "Write everything that was measured there.")
	private @Nullable Path json;

	@Override
	public Integer call() {
		check();
		Plan plan = plan();
		Target target = target();
		List<String> vocabulary = Scout.words(target, this.patience);
		Measured measured = run(target, plan, vocabulary);
		return (measured.outcome().pages() > 0 && measured.outcome().failed() <= this.maxFailed) ? 0 : 1;
	}

	private Plan plan() {
		long chosen = (this.seed != null) ? this.seed : System.nanoTime() % 1_000_000;
		Pauses pauses = new Pauses(this.think);
		if (this.rate != null) {
			return Plan.ofRate(this.rate, pauses, this.length, chosen);
		}
		int users = (this.users != null) ? this.users : USUAL_USERS;
		Plan plan = Plan.ofUsers(users, pauses, this.length, chosen);
		if (plan.rate() > HIGHEST_RATE) {
			throw wrong(String.format(Locale.UK,
					"%,d users who think for %,d ms come to %,.0f arrivals a second, and more than %.0f are not allowed: fewer --users, or a longer --think",
					users, this.think.toMillis(), plan.rate(), HIGHEST_RATE));
		}
		return plan;
	}

	private Measured run(Target target, Plan plan, List<String> vocabulary) {
		Instant began = Instant.now();
		long width = Math.max(TimeUnit.SECONDS.toNanos(1), this.length.toNanos() / INTERVALS);
		Ledger ledger = new Ledger(System::nanoTime, width);
		Output.tell("%.1f shoppers about the shop at a time for %d s; Ctrl-C ends it early".formatted(plan.users(),
				this.length.toSeconds()));
		// The time of day is no choice: accounts of earlier runs are there still.
		String salt = Long.toString(began.toEpochMilli(), Character.MAX_RADIX);
		try (Crowd crowd = new Crowd(target, ledger, this.patience, vocabulary, salt, this.length);
				Interruption _ = Interruption.calls(crowd::stop);
				Progress _ = Progress.of(ledger)) {
			crowd.come(plan);
			Measured measured = new Measured(target.gateway().toString(), target.edge().toString(), began, this.length,
					plan.users(), plan.rate(), this.think, plan.seed(), ledger.outcome());
			tell(measured);
			return measured;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private void tell(Measured measured) {
		TextReport.lines(measured).forEach(System.out::println);
		write(this.report, () -> HtmlReport.of(measured));
		write(this.json, () -> Json.of(measured));
	}

	private static void write(@Nullable Path file, Supplier<String> content) {
		if (file == null) {
			return;
		}
		try {
			Files.writeString(file, content.get());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(file), ex);
		}
	}

	private void check() {
		if (this.users != null) {
			Bounds.check(this.spec, "--users", this.users, 1, MOST_USERS);
		}
		Bounds.check(this.spec, "--max-failed", this.maxFailed, 0, Integer.MAX_VALUE);
		check("--for", this.length, Duration.ofSeconds(1), LONGEST);
		check("--think", this.think, SHORTEST_THOUGHT, LONGEST_THOUGHT);
		check("--patience", this.patience, Duration.ofSeconds(1), LONGEST_THOUGHT);
		if (this.rate != null && !(this.rate >= LOWEST_RATE && this.rate <= HIGHEST_RATE)) {
			throw wrong("--rate takes a number from %s to %s, not %s".formatted(LOWEST_RATE, HIGHEST_RATE, this.rate));
		}
		if (this.users != null && this.rate != null) {
			throw wrong("--users and --rate say the same in two ways: tell one of them");
		}
		if ((this.gateway == null) != (this.edge == null)) {
			throw wrong("--gateway and --edge are told together");
		}
		for (Path file : Stream.of(this.report, this.json).filter(Objects::nonNull).toList()) {
			Path folder = file.toAbsolutePath().getParent();
			if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
				throw wrong("%s cannot be written".formatted(file));
			}
		}
	}

	private void check(String option, Duration value, Duration shortest, Duration longest) {
		if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
			throw wrong("%s takes a time from %s to %s ms, not %s".formatted(option, shortest.toMillis(),
					longest.toMillis(), value.toMillis()));
		}
	}

	private RuntimeException wrong(String message) {
		return (this.spec != null) ? new ParameterException(this.spec.commandLine(), message)
				: new Problem(message + ".");
	}

	private Target target() {
		if (this.gateway != null && this.edge != null) {
			return new Target(this.gateway, this.edge);
		}
		Home home = Place.current().home();
		int usual = new House(1, null, 0).edge().port();
		House house = RunFile.read(home)
			.flatMap((run) -> run.address(House.EDGE))
			.map((address) -> new House(1, null, address.getPort() - usual))
			.orElseThrow(() -> new Problem(
					"No shop is running here; start one with ./clickpath up, or name one with --gateway and --edge."));
		return new Target(URI.create(house.shopAddress()), URI.create(house.cdnAddress()));
	}

}
