package dev.clickpath.cli.click.report;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Failure;
import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.ServerTiming;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Step;
import dev.clickpath.cli.click.timeline.Steps;
import dev.clickpath.cli.click.timeline.Visit;
import org.jspecify.annotations.Nullable;

/**
 * Clicks for programs: all moments and lengths are milliseconds, moments are counted from
 * the beginning of their click.
 */
public final class Json {

	private Json() {
	}

	/**
	 * Series of clicks on one address, with their medians.
	 * @param practice how many came before and do not count
	 * @param keptAnswers what a kept answer costs for each name, in nanoseconds
	 */
	public static Map<String, Object> of(URI address, int practice, List<Series> all, Map<String, Long> keptAnswers) {
		return fields("address", address.toString(), "practice", practice, "series",
				all.stream().map((series) -> of(series, keptAnswers)).toList());
	}

	private static Map<String, Object> of(Series series, Map<String, Long> keptAnswers) {
		return fields("kind", series.kind(), "medians", series.medians(), "resumed", series.resumed(), "hits",
				series.hits(), "misses", series.misses(), "clicks",
				series.visits().stream().map((visit) -> of(visit, keptAnswers)).toList());
	}

	private static Map<String, Object> of(Visit visit, Map<String, Long> keptAnswers) {
		return fields("url", visit.page().address().toString(), "pageMillis", Span.millis(visit.parsing().to()),
				"allMillis", Span.millis(visit.end()), "connections",
				visit.openings().stream().map((opening) -> of(opening, keptAnswers)).toList(), "parsing",
				of(visit.parsing()), "exchanges",
				visit.exchanges().stream().map((exchange) -> of(exchange, visit)).toList(), "leftOut",
				visit.leftOut().stream().map(Object::toString).toList(), "beyond", visit.beyond());
	}

	private static Map<String, Object> of(Opening opening, Map<String, Long> keptAnswers) {
		Lookup lookup = opening.lookup();
		Long kept = keptAnswers.get(lookup.host());
		return fields("number", opening.number(), "origin", opening.origin(), "address", opening.address(), "protocol",
				opening.protocol(), "name",
				fields("host", lookup.host(), "asked", lookup.asked(), "source", lookup.source(), "addresses",
						lookup.addresses(), "facts", lookup.facts(), "ttlSeconds", lookup.ttlSeconds(), "keptMillis",
						(kept != null) ? Span.millis(kept) : null, "time", of(lookup.time())),
				"connect", of(opening.connect()), "tls", of(opening.handshake()));
	}

	private static @Nullable Object of(@Nullable Handshake handshake) {
		if (handshake == null) {
			return null;
		}
		Handshake.Certificate certificate = handshake.certificate();
		return fields("version", handshake.version(), "cipher", handshake.cipher(), "alpn", handshake.alpn(), "resumed",
				handshake.resumed(), "certificate", (certificate != null) ? fields("subject", certificate.subject(),
						"issuer", certificate.issuer(), "ends", text(certificate.ends())) : null,
				"time", of(handshake.time()));
	}

	private static String text(Instant instant) {
		return instant.toString();
	}

	private static Map<String, Object> of(Exchange exchange, Visit visit) {
		Map<String, Object> json = fields("url", exchange.address().toString(), "kind", exchange.kind().toString(),
				"redirect", visit.redirects().contains(exchange) ? true : null, "wanted",
				Span.millis(exchange.wanted()), "end", Span.millis(exchange.end()));
		switch (exchange.outcome()) {
			case Failure(long _, String reason) -> json.put("failure", reason);
			case Answer answer -> {
				List<Step> steps = exchange.equals(visit.page()) ? visit.steps()
						: Steps.of(answer.told(), new Span(answer.sent(), answer.last()));
				Answer.Hints hints = answer.hints();
				json.putAll(fields("connection", answer.connection(), "sent", Span.millis(answer.sent()), "hints",
						(hints != null) ? Span.millis(hints.at()) : null, "hintedLinks",
						(hints != null) ? hints.links() : null, "firstByte", Span.millis(answer.head()), "lastByte",
						Span.millis(answer.last()), "status", answer.status(), "coding", answer.coding(), "bytes",
						answer.bytes(), "plainBytes", answer.plainBytes(), "unpacking", of(answer.unpacking()),
						"cacheStatus", answer.cache(), "serverTiming", answer.told().stream().map(Json::of).toList(),
						"steps", steps.stream().map(Json::of).toList()));
			}
		}
		return json;
	}

	private static Map<String, Object> of(ServerTiming told) {
		return fields("name", told.name(), "at", told.at(), "duration", told.millis(), "description",
				told.description());
	}

	private static Map<String, Object> of(Step step) {
		Span time = step.time();
		return fields("name", step.name(), "depth", step.depth(), "time", (time != null) ? of(time) : null,
				"beginningTold", step.exact(), "description", step.description());
	}

	private static Map<String, Object> of(Span span) {
		return fields("from", Span.millis(span.from()), "to", Span.millis(span.to()));
	}

	private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			Object value = namesAndValues[i + 1];
			if (value != null) {
				fields.put(String.valueOf(namesAndValues[i]), value);
			}
		}
		return fields;
	}

}
