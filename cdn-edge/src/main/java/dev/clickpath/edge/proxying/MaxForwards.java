package dev.clickpath.edge.proxying;

import java.math.BigInteger;
import java.util.List;

import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.FieldList;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * Counts the hops that a {@code TRACE} or an {@code OPTIONS} may still make (RFC 9110,
 * section 7.6.2). Other methods may carry the field, and nobody looks at it there.
 */
final class MaxForwards {

	private static final String FIELD = "Max-Forwards";

	/** More than there are hops anywhere. */
	private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

	/** The edge passes on whatever method comes; these mean something to caches. */
	private static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

	private MaxForwards() {
	}

	/**
	 * Whether a request has come as far as it may, and the edge is who answers it.
	 */
	static boolean isSpent(Exchange exchange) {
		BigInteger left = left(exchange);
		return left != null && left.signum() == 0;
	}

	/**
	 * Answers in place of whoever would be next. What a client sent is not sent back to
	 * it: a page could make a browser ask, and read secrets from that (section 9.3.8).
	 */
	static void answer(Exchange exchange) {
		exchange.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
		if (exchange.request().method().equals(HttpMethod.TRACE)) {
			exchange.fail(Problem.of(405, "This edge does not tell what it was asked"));
			return;
		}
		exchange.response().setStatusCode(204).putHeader(CacheStatus.FIELD, "clickpath-edge; detail=max-forwards");
		BodilessAnswers.end(exchange.response());
	}

	/**
	 * The fields for the next hop.
	 */
	static FieldList oneLess(Exchange exchange, FieldList fields) {
		BigInteger left = left(exchange);
		if (left == null) {
			return fields;
		}
		String less = left.subtract(BigInteger.ONE).min(MOST).toString();
		return fields.without((field) -> field.is(FIELD)).and(List.of(new FieldList.Field(FIELD, less)));
	}

	/** Null where nothing counts; a value that is no number says nothing. */
	private static @Nullable BigInteger left(Exchange exchange) {
		HttpMethod method = exchange.request().method();
		if (!method.equals(HttpMethod.TRACE) && !method.equals(HttpMethod.OPTIONS)) {
			return null;
		}
		List<String> lines = exchange.fields().all(FIELD);
		boolean number = lines.size() == 1 && !lines.getFirst().isEmpty()
				&& lines.getFirst().chars().allMatch((c) -> c >= '0' && c <= '9');
		return number ? new BigInteger(lines.getFirst()) : null;
	}

}
