package dev.clickpath.edge.proxying;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.clickpath.edge.caching.EndToEnd;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.tracing.RequestTrace;
import dev.clickpath.edge.tracing.TraceParent;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

/**
 * The fields of a client's request as the origin gets them.
 */
final class ForwardedFields {

	/** "1.1" is the version the message was received in (RFC 9110, section 7.6.3). */
	static final String VIA = "1.1 clickpath-edge";

	private static final String VIA_HTTP2 = "2.0 clickpath-edge";

	private static final String VIA_HTTP3 = "3.0 clickpath-edge";

	/** RFC 8586. */
	static final String CDN_LOOP = "CDN-Loop";

	private static final String CDN = "clickpath-edge";

	/** More edges in a row than anyone has are a circle. */
	private static final int MOST_EDGES = 4;

	/**
	 * Said by the edge itself, or by nobody: it listens to the world, and what a client
	 * claims of the way it came, or of what it really asks for, is in no key.
	 */
	private static final Set<String> NOT_A_CLIENTS_TO_SAY = Set.of("host", "expect", "forwarded", "proxy", "cdn-loop",
			"x-real-ip", "x-client-ip", "x-cluster-client-ip", "x-remote-ip", "x-remote-addr", "client-ip",
			"true-client-ip", "cf-connecting-ip", "fastly-client-ip", "x-original-for", "x-original-forwarded-for",
			"x-host", "x-http-host-override", "x-original-host", "x-scheme", "x-url-scheme", "x-original-scheme",
			"x-original-proto", "front-end-https", "x-original-url", "x-original-uri", "x-original-path",
			"x-rewrite-url", "x-original-method");

	/**
	 * By which a {@code POST} may ask for another method: its answer is nobody else's. In
	 * any other request they are somebody's attempt at what others get.
	 */
	private static final Set<String> METHODS = Set.of("x-http-method", "x-http-method-override", "x-method-override");

	/** {@code X-Forwarded} itself, and all that begins like it. */
	private static final String FORWARDED = "x-forwarded";

	/** What the edge itself judges, over the whole answer. */
	private static final Set<String> JUDGED_BY_THE_EDGE = Set.of("accept-encoding", "range", "if-range", "if-match",
			"if-none-match", "if-modified-since", "if-unmodified-since", "content-length");

	/** A strong tag with the name of a coding at its end. */
	private static final Pattern MADE_HERE = Pattern.compile("(?<!W/)\"([^\"]*)-(?:br|gzip|zstd)(?:-quick)?\"");

	private ForwardedFields() {
	}

	/**
	 * As the client sent them, for an answer that goes through.
	 */
	static FieldList through(Exchange exchange) {
		FieldList own = EndToEnd.of(toList(exchange.request().headers())).without(ForwardedFields::isNotAClientsToSay);
		boolean post = exchange.request().method().equals(HttpMethod.POST);
		return withWay(exchange,
				withOriginsTags(exchange, post ? own : own.without((field) -> isMethod(field.name()))));
	}

	/**
	 * The origin does not know the tags that the edge makes for its codings: its own are
	 * named beside them. Who only wants to read has no need of another coding's.
	 */
	private static FieldList withOriginsTags(Exchange exchange, FieldList fields) {
		boolean reads = exchange.caching().isGet() || exchange.caching().isHead();
		Predicate<FieldList.Field> condition = (field) -> field.is("If-Match") || (!reads && field.is("If-None-Match"));
		if (fields.lines().stream().noneMatch(condition)) {
			return fields;
		}
		return new FieldList(
				fields.lines()
					.stream()
					.map((field) -> condition.test(field) ? new FieldList.Field(field.name(),
							MADE_HERE.matcher(field.value()).replaceAll("$0, \"$1\"")) : field)
					.toList());
	}

	/**
	 * For an answer that may be stored: the plain body, without conditions.
	 * @param asked what it is asked for instead
	 */
	static FieldList toStore(Exchange exchange, List<FieldList.Field> asked) {
		return through(exchange).without(named(JUDGED_BY_THE_EDGE))
			.and(List.of(new FieldList.Field("Accept-Encoding", "identity")))
			.and(asked);
	}

	/**
	 * Whether a request has been here so often that it goes round in a circle.
	 */
	static boolean isInACircle(MultiMap headers) {
		int times = 0;
		for (String line : headers.getAll(CDN_LOOP)) {
			for (String element : line.split(",", -1)) {
				times += element.strip().split(";", 2)[0].equals(CDN) ? 1 : 0;
			}
		}
		return times >= MOST_EDGES;
	}

	static FieldList toList(MultiMap headers) {
		List<FieldList.Field> lines = new ArrayList<>(headers.size());
		headers.forEach((name, value) -> lines.add(new FieldList.Field(name, value)));
		return new FieldList(lines);
	}

	private static FieldList withWay(Exchange exchange, FieldList fields) {
		RequestTrace trace = exchange.trace();
		return (trace != null)
				? withWayAlone(exchange, fields.without(named(Set.of(TraceParent.FIELD))))
					.and(List.of(new FieldList.Field(TraceParent.FIELD, trace.place().toString())))
				: withWayAlone(exchange, fields);
	}

	private static FieldList withWayAlone(Exchange exchange, FieldList fields) {
		List<String> loop = new ArrayList<>(exchange.request().headers().getAll(CDN_LOOP));
		loop.add(CDN);
		return fields
			.and(List.of(new FieldList.Field("X-Forwarded-For", exchange.request().remoteAddress().hostAddress()),
					new FieldList.Field("X-Forwarded-Host", exchange.key().host()),
					new FieldList.Field("X-Forwarded-Proto", exchange.key().scheme()),
					new FieldList.Field(CDN_LOOP, String.join(", ", loop)),
					new FieldList.Field("Via", via(exchange.request().version()))));
	}

	private static String via(HttpVersion version) {
		return switch (version) {
			case HTTP_3 -> VIA_HTTP3;
			case HTTP_2 -> VIA_HTTP2;
			case HTTP_1_1, HTTP_1_0 -> VIA;
		};
	}

	/**
	 * Whether a request may be another to the origin than it is to the edge.
	 */
	static boolean asksForAnotherMethod(Exchange exchange) {
		return exchange.request().headers().names().stream().anyMatch(ForwardedFields::isMethod);
	}

	private static boolean isMethod(String name) {
		return METHODS.contains(name.toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	private static boolean isNotAClientsToSay(FieldList.Field field) {
		String name = field.name().toLowerCase(Locale.ROOT);
		if (name.indexOf('_') < 0) {
			return isNotAClientsToSay(name);
		}
		// What runs behind a gateway like CGI sees no difference between the two (RFC
		// 3875, section 4.1.18): what goes under the one name must not under the other.
		String spelled = name.replace('_', '-');
		return isNotAClientsToSay(spelled) || JUDGED_BY_THE_EDGE.contains(spelled) || EndToEnd.isOfOneHop(spelled);
	}

	private static boolean isNotAClientsToSay(String name) {
		return NOT_A_CLIENTS_TO_SAY.contains(name) || name.startsWith(FORWARDED);
	}

	private static Predicate<FieldList.Field> named(Set<String> names) {
		return (field) -> names.contains(field.name().toLowerCase(Locale.ROOT));
	}

}
