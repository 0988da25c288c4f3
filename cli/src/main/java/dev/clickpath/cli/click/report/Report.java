package dev.clickpath.cli.click.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Failure;
import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Kind;
import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Printable;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Visit;
import org.jspecify.annotations.Nullable;

/**
 * Tells one click to a person: what each phase of its page took, then all of it as a
 * waterfall.
 */
public final class Report {

	private static final int WORDS = 120;

	private static final int CODINGS = 40;

	private final Visit visit;

	private final Map<String, Long> keptAnswers;

	private final Instant now;

	private final boolean allSteps;

	/**
	 * A report of one click.
	 * @param keptAnswers what a kept answer costs for each name, in nanoseconds
	 * @param now from when the days are counted that a certificate is good for
	 * @param allSteps whether the steps behind each answer are shown, and not only those
	 * behind the page
	 */
	public Report(Visit visit, Map<String, Long> keptAnswers, Instant now, boolean allSteps) {
		this.visit = visit;
		this.keptAnswers = keptAnswers;
		this.now = now;
		this.allSteps = allSteps;
	}

	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("%s was there and read after %s ms, and all it cannot do without after %s ms.".formatted(
				Printable.of(this.visit.page().address().toString(), WORDS), Amounts.ofNanos(this.visit.parsing().to()),
				Amounts.ofNanos(this.visit.end())));
		lines.add("");
		lines.addAll(phases());
		lines.add("");
		lines.addAll(new Waterfall(this.visit, this.allSteps).lines());
		lines.addAll(leftOut());
		return lines;
	}

	private List<String> phases() {
		Table table = new Table(false, true);
		table.row("", "ms", "");
		this.visit.redirects()
			.stream()
			.filter((redirect) -> redirect.kind() == Kind.PAGE)
			.forEach((redirect) -> addRedirect(table, redirect));
		Answer answer = this.visit.answer();
		this.visit.openings()
			.stream()
			.filter((opening) -> opening.number() == answer.connection())
			.findFirst()
			.ifPresentOrElse((opening) -> add(table, opening),
					() -> table.row("connection", "", "number %d goes on".formatted(answer.connection())));
		add(table, answer);
		table.row("parsing", Amounts.of(this.visit.parsing()), needed());
		return table.lines();
	}

	private static void addRedirect(Table table, Exchange redirect) {
		if (redirect.outcome() instanceof Answer answer) {
			table.row("redirect", Amounts.ofNanos(redirect.end() - redirect.wanted()), "%s was answered %d"
				.formatted(Printable.of(redirect.address().toString(), WORDS), answer.status()));
		}
	}

	private void add(Table table, Opening opening) {
		Lookup lookup = opening.lookup();
		table.row("name", Amounts.of(lookup.time()), words(lookup));
		table.row("connection", Amounts.of(opening.connect()), opening.address());
		Handshake handshake = opening.handshake();
		if (handshake != null) {
			table.row("TLS", Amounts.of(handshake.time()), words(handshake));
		}
	}

	private String words(Lookup lookup) {
		List<String> words = new ArrayList<>();
		words.add("%s is %s".formatted(Printable.of(lookup.host(), WORDS), String.join(", ", lookup.addresses())));
		words.add((lookup.asked() ? "says " : "") + lookup.source());
		lookup.facts().forEach((fact) -> words.add(Printable.of(fact, WORDS)));
		if (lookup.ttlSeconds() != null) {
			words.add("may be kept for %d s".formatted(lookup.ttlSeconds()));
		}
		Long kept = this.keptAnswers.get(lookup.host());
		if (kept != null) {
			words.add("a kept answer costs %.3f ms".formatted(Span.millis(kept)));
		}
		return String.join("; ", words);
	}

	private String words(Handshake handshake) {
		List<String> words = new ArrayList<>(List.of(handshake.version(), handshake.cipher()));
		words.add((handshake.alpn() != null) ? handshake.alpn() : "no ALPN");
		words.add(handshake.resumed() ? "an earlier session goes on" : "a full handshake");
		Handshake.Certificate certificate = handshake.certificate();
		if (certificate != null) {
			words.add("%s, vouched for by %s, %d days left".formatted(Printable.of(certificate.subject(), WORDS),
					Printable.of(certificate.issuer(), WORDS), daysLeft(certificate)));
		}
		return String.join("; ", words);
	}

	private long daysLeft(Handshake.Certificate certificate) {
		return Duration.between(this.now, certificate.ends()).toDays();
	}

	private static void add(Table table, Answer answer) {
		Answer.Hints hints = answer.hints();
		if (hints != null) {
			table.row("103", Amounts.ofNanos(hints.at() - answer.sent()),
					"early hints name %d things".formatted(hints.links().size()));
		}
		table.row(answer.status(), Amounts.ofNanos(answer.head() - answer.sent()), (hints != null)
				? "from the request to the first byte of the page" : "from the request to the first byte");
		table.row("body", Amounts.ofNanos(answer.last() - answer.head()),
				"%s, %s".formatted(Amounts.size(answer.bytes()), Printable.of(answer.coding(), CODINGS)));
		table.row("unpacking", Amounts.of(answer.unpacking()), Amounts.size(answer.plainBytes()));
	}

	private String needed() {
		Map<Kind, Long> counts = this.visit.resources()
			.stream()
			.collect(Collectors.groupingBy(Exchange::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
		if (counts.isEmpty()) {
			return "it needs nothing more";
		}
		return "it needs " + counts.entrySet()
			.stream()
			.map((entry) -> "%d %s%s".formatted(entry.getValue(), entry.getKey(), (entry.getValue() > 1) ? "s" : ""))
			.collect(Collectors.joining(", "));
	}

	private List<String> leftOut() {
		List<String> lines = new ArrayList<>();
		for (Exchange exchange : this.visit.resources()) {
			if (exchange.outcome() instanceof Failure(long _, String reason)) {
				lines.add("%s: %s".formatted(Printable.of(exchange.address().toString(), WORDS),
						Printable.of(reason, 2 * WORDS)));
			}
		}
		if (!this.visit.leftOut().isEmpty()) {
			lines.add("Left out, since it is not on this machine: " + this.visit.leftOut()
				.stream()
				.map((address) -> Printable.of(address.toString(), WORDS))
				.collect(Collectors.joining(", ")));
		}
		if (this.visit.beyond() > 0) {
			lines.add("Left out, since one click fetches only so many things: %d more.".formatted(this.visit.beyond()));
		}
		if (!lines.isEmpty()) {
			lines.addFirst("");
		}
		return lines;
	}

	/** What a cache says in one word: {@code hit}, or why it had to ask. */
	static String cacheWord(@Nullable String cacheStatus) {
		if (cacheStatus == null) {
			return "";
		}
		String[] parts = cacheStatus.split(";", -1);
		String word = (parts.length > 1) ? parts[1].strip().toLowerCase(Locale.ROOT) : "";
		return Printable.of(word.startsWith("fwd=") ? word.substring("fwd=".length()) : word, 16);
	}

}
