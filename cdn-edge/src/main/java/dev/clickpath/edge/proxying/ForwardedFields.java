package dev.clickpath.edge.proxying;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import dev.clickpath.edge.caching.EndToEnd;
import dev.clickpath.edge.caching.FieldList;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;

/**
 * The fields of a client's request as the origin gets them.
 */
final class ForwardedFields {

	/** "1.1" is the version the message was received in (RFC 9110, section 7.6.3). */
	static final String VIA = "1.1 clickpath-edge";

	private static final String VIA_HTTP2 = "2.0 clickpath-edge";

	/**
	 * Said by the edge itself: it listens to the world, so whatever a client claims of
	 * the way it came is dropped.
	 */
	private static final Set<String> SAID_BY_THE_EDGE = Set.of("host", "expect", "forwarded", "x-forwarded-for",
			"x-forwarded-host", "x-forwarded-port", "x-forwarded-prefix", "x-forwarded-proto", "x-real-ip");

	/** What the edge itself judges, over the whole answer. */
	private static final Set<String> JUDGED_BY_THE_EDGE = Set.of("accept-encoding", "range", "if-range", "if-match",
			"if-none-match", "if-modified-since", "if-unmodified-since", "content-length");

	private ForwardedFields() {
	}

	/**
	 * As the client sent them, for an answer that goes through.
	 */
	static FieldList through(Exchange exchange) {
		return withWay(exchange, EndToEnd.of(toList(exchange.request().headers())).without(named(SAID_BY_THE_EDGE)));
	}

	/**
	 * For an answer that may be stored: the whole, plain body, without conditions.
	 */
	static FieldList toStore(Exchange exchange) {
		return through(exchange).without(named(JUDGED_BY_THE_EDGE))
			.and(List.of(new FieldList.Field("Accept-Encoding", "identity")));
	}

	static FieldList toList(MultiMap headers) {
		List<FieldList.Field> lines = new ArrayList<>(headers.size());
		headers.forEach((name, value) -> lines.add(new FieldList.Field(name, value)));
		return new FieldList(lines);
	}

	private static FieldList withWay(Exchange exchange, FieldList fields) {
		return fields.and(List.of(
				new FieldList.Field("X-Forwarded-For", exchange.request().remoteAddress().hostAddress()),
				new FieldList.Field("X-Forwarded-Host", exchange.key().host()),
				new FieldList.Field("X-Forwarded-Proto", exchange.request().isSSL() ? "https" : "http"),
				new FieldList.Field("Via", (exchange.request().version() == HttpVersion.HTTP_2) ? VIA_HTTP2 : VIA)));
	}

	private static Predicate<FieldList.Field> named(Set<String> names) {
		return (field) -> names.contains(field.name().toLowerCase(Locale.ROOT));
	}

}
