package dev.clickpath.edge.proxying;

import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.EndToEnd;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.caching.Invalidation;
import dev.clickpath.edge.store.ObjectStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Carries what is not for the store between client and origin, no faster than the slower
 * of the two.
 */
final class PassThrough {

	private final Origin origin;

	private final ObjectStore store;

	private final EdgeMetrics metrics;

	private final long maxRequestBody;

	PassThrough(Origin origin, ObjectStore store, EdgeMetrics metrics, EdgeProperties properties) {
		this.origin = origin;
		this.store = store;
		this.metrics = metrics;
		this.maxRequestBody = properties.maxRequestBody().toBytes();
	}

	/**
	 * Sends the request on as it is.
	 */
	void forward(Exchange exchange, ForwardReason reason) {
		HttpServerRequest request = exchange.request();
		String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
		if (length != null && Long.parseLong(length) > this.maxRequestBody) {
			exchange.fail(tooLarge());
			return;
		}
		LimitedBody body = exchange.caching().hasBody()
				? new LimitedBody(request.pause(), this.maxRequestBody, () -> exchange.fail(tooLarge())) : null;
		OriginRequest forwarded = new OriginRequest(request.method(), exchange.key().host(), exchange.key().target(),
				ForwardedFields.through(exchange), body);
		this.origin.send(forwarded).onSuccess((answer) -> {
			Invalidation.of(request.method().name(), exchange.key(), answer.status(), answer.fields())
				.forEach(this.store::remove);
			deliver(exchange, answer, Buffer.buffer(), CacheStatus.forwarded(reason).answered(answer.status()));
		}).onFailure((failure) -> fail(exchange, reason, failure));
	}

	/**
	 * Sends the origin's answer on to the client.
	 * @param beginning what has already been read of the body
	 */
	void deliver(Exchange exchange, OriginAnswer answer, Buffer beginning, CacheStatus status) {
		HttpServerResponse response = exchange.response();
		if (response.closed()) {
			answer.cancel();
			return;
		}
		Throwable broken = answer.broken().get();
		if (broken != null) {
			answer.cancel();
			exchange.fail(Origin.problem(broken));
			return;
		}
		this.metrics.passed();
		response.setStatusCode(answer.status());
		EndToEnd.of(answer.fields()).lines().forEach((line) -> response.headers().add(line.name(), line.value()));
		response.headers().add("Via", ForwardedFields.VIA).add(CacheStatus.FIELD, status.toString());
		exchange.tellTiming("pass", answer.took());
		if (exchange.isHead() || answer.status() == 204 || answer.status() == 304) {
			answer.body().resume();
			endWithoutBody(exchange, answer);
			return;
		}
		if (answer.announcedLength() < 0) {
			response.setChunked(true);
		}
		if (beginning.length() > 0) {
			response.write(beginning);
		}
		stream(exchange, answer);
	}

	private static void endWithoutBody(Exchange exchange, OriginAnswer answer) {
		if (answer.status() == 204) {
			BodilessAnswers.end(exchange.response());
		}
		else {
			exchange.response().end();
		}
	}

	/**
	 * A body that breaks off must not look whole: the client's connection breaks off too.
	 */
	private static void stream(Exchange exchange, OriginAnswer answer) {
		answer.body().pipe().endOnFailure(false).to(exchange.response()).onFailure((failure) -> {
			BrokenAnswers.breakOff(exchange.request());
			answer.cancel();
		});
		if (answer.broken().get() != null) {
			BrokenAnswers.breakOff(exchange.request());
		}
	}

	private void fail(Exchange exchange, ForwardReason reason, Throwable failure) {
		this.metrics.passed();
		HttpServerResponse response = exchange.response();
		if (!response.headWritten() && !response.closed()) {
			response.putHeader(CacheStatus.FIELD, CacheStatus.forwarded(reason).toString());
			Problem problem = Origin.problem(failure);
			// What is left of a body that nobody wants cannot be told from a next
			// request.
			exchange.fail(new Problem(problem.status(), problem.title(), exchange.caching().hasBody()));
		}
	}

	private Problem tooLarge() {
		return new Problem(413, "A body may have " + this.maxRequestBody + " bytes at most", true);
	}

}
