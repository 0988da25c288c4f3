package dev.clickpath.cli.click.report;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Failure;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Outcome;
import dev.clickpath.cli.click.timeline.Printable;
import dev.clickpath.cli.click.timeline.ServerTiming;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Step;
import dev.clickpath.cli.click.timeline.Steps;
import dev.clickpath.cli.click.timeline.Visit;

/**
 * Draws a click: a line for each exchange, and behind the page's the steps that the hops
 * tell of.
 */
final class Waterfall {

	private static final int WIDTH = 48;

	private static final int LABEL = 36;

	private static final int WORDS = 72;

	private static final String LEGEND = "n name, c connection, t TLS, - its turn has not come, . waits for the answer, "
			+ "# body, u unpacking, p parsing, x failed; = a step within a hop, ~ the same, but when it began is not told.";

	private final Visit visit;

	private final boolean allSteps;

	private final Bar bar;

	private final Table table = new Table(false, false, true, false, true, true, true);

	private final Map<Integer, Opening> openings = new HashMap<>();

	private final Set<Integer> drawn = new HashSet<>();

	Waterfall(Visit visit, boolean allSteps) {
		this.visit = visit;
		this.allSteps = allSteps;
		this.bar = new Bar(visit.end(), WIDTH);
		visit.openings().forEach((opening) -> this.openings.put(opening.number(), opening));
	}

	List<String> lines() {
		String end = Amounts.ofNanos(this.visit.end());
		this.table.row("WHAT", "CONNECTION", "STATUS", "CACHE", "BYTES", "AT ms", "TOOK ms",
				"0" + " ".repeat(WIDTH - 1 - end.length()) + end, "");
		this.visit.exchanges().forEach(this::add);
		List<String> lines = new ArrayList<>(this.table.lines());
		lines.add(LEGEND);
		return lines;
	}

	private void add(Exchange exchange) {
		String label = label(exchange.address());
		String at = Amounts.ofNanos(exchange.wanted());
		String took = Amounts.ofNanos(exchange.end() - exchange.wanted());
		List<Segment> segments = segments(exchange);
		switch (exchange.outcome()) {
			case Answer answer -> {
				this.table.row(label, connection(answer), answer.status(), Report.cacheWord(answer.cache()),
						Amounts.size(answer.bytes()), at, took, this.bar.of(segments), note(answer));
				if (this.allSteps || exchange.equals(this.visit.page())) {
					steps(exchange, answer).forEach(this::add);
				}
			}
			case Failure _ -> this.table.row(label, "", "failed", "", "", at, took, this.bar.of(segments), "see below");
		}
	}

	private List<Step> steps(Exchange exchange, Answer answer) {
		return exchange.equals(this.visit.page()) ? this.visit.steps()
				: Steps.of(answer.told(), new Span(answer.sent(), answer.last()));
	}

	private void add(Step step) {
		Span time = step.time();
		String words = Printable.of(step.description(), WORDS);
		if (time == null) {
			this.table.row(indented(step), "", "", "", "", "", "", "", words);
		}
		else {
			this.table.row(indented(step), "", "", "", "", step.exact() ? Amounts.ofNanos(time.from()) : "",
					Amounts.of(time), this.bar.of(List.of(new Segment(step.exact() ? '=' : '~', time))), words);
		}
	}

	private static String indented(Step step) {
		return "  ".repeat(step.depth() + 1) + Printable.of(step.name(), LABEL);
	}

	private String connection(Answer answer) {
		Opening opening = this.openings.get(answer.connection());
		return answer.connection() + ((opening != null) ? " " + opening.protocol() : " kept");
	}

	private static String note(Answer answer) {
		return answer.told()
			.stream()
			.filter((entry) -> entry.name().equals("edge"))
			.findFirst()
			.map(Waterfall::edge)
			.orElse("");
	}

	private static String edge(ServerTiming edge) {
		String took = (edge.millis() != null) ? " for %s ms".formatted(Amounts.of(edge.millis())) : "";
		return "had by the edge%s %s".formatted(took, Printable.of(edge.description(), WORDS)).strip();
	}

	private List<Segment> segments(Exchange exchange) {
		List<Segment> segments = new ArrayList<>();
		Outcome outcome = exchange.outcome();
		if (outcome instanceof Failure(long at, String _)) {
			segments.add(new Segment('x', new Span(exchange.wanted(), at)));
			return segments;
		}
		Answer answer = (Answer) outcome;
		long start = exchange.wanted();
		Opening opening = this.openings.get(answer.connection());
		if (opening != null && this.drawn.add(opening.number())) {
			start = Math.max(start, addOpening(segments, opening));
		}
		if (answer.sent() > start) {
			segments.add(new Segment('-', new Span(start, answer.sent())));
		}
		segments.add(new Segment('.', new Span(answer.sent(), answer.head())));
		segments.add(new Segment('#', new Span(answer.head(), answer.last())));
		segments.add(new Segment('u', answer.unpacking()));
		if (exchange.equals(this.visit.page())) {
			segments.add(new Segment('p', this.visit.parsing()));
		}
		return segments;
	}

	/** The first to use a connection shows how it came to be. */
	private static long addOpening(List<Segment> segments, Opening opening) {
		segments.add(new Segment('n', opening.lookup().time()));
		segments.add(new Segment('c', opening.connect()));
		if (opening.handshake() != null) {
			segments.add(new Segment('t', opening.handshake().time()));
		}
		return opening.time().to();
	}

	/** The end of the path, which tells things apart; all of it when that is short. */
	private static String label(URI address) {
		String path = (address.getRawPath() != null && !address.getRawPath().isEmpty()) ? address.getRawPath() : "/";
		if (path.length() <= LABEL) {
			return Printable.of(path, LABEL);
		}
		return Printable.of(path.substring(path.lastIndexOf('/') + 1), LABEL);
	}

}
