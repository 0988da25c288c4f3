package dev.clickpath.edge.proxying;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.clickpath.edge.caching.Answer;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.encoding.AcceptEncoding;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.store.Representation;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers from stored objects.
 */
final class Responder {

	private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized(CacheStatus.FIELD);

	private static final CharSequence VIA = HttpHeaders.createOptimized("Via");

	private static final CharSequence VIA_EDGE = HttpHeaders.createOptimized(ForwardedFields.VIA);

	private static final List<String> OF_THE_BODY = List.of("Content-Type", "Content-Encoding", "Content-Language",
			"Accept-Ranges");

	private final Compression compression;

	private final InstantSource clock;

	private final EdgeMetrics metrics;

	Responder(Compression compression, InstantSource clock, EdgeMetrics metrics) {
		this.compression = compression;
		this.clock = clock;
		this.metrics = metrics;
	}

	/**
	 * Sends an object in the coding the client likes best, which may have to be made
	 * first.
	 * @param origin how long the origin took, or null when it was not asked
	 */
	void send(Exchange exchange, StoredObject object, CacheStatus status, @Nullable Duration origin) {
		if (!object.compressible()) {
			write(exchange, object.plain(), status, origin);
			return;
		}
		ContentCoding coding = AcceptEncoding.parse(exchange.fields().all("Accept-Encoding"))
			.choose(this.compression.available());
		Representation made = object.in(coding);
		if (made != null) {
			write(exchange, made, status, origin);
			return;
		}
		this.compression.encode(exchange.key(), object, coding)
			.whenLanded((encoded, failure) -> exchange
				.run(() -> write(exchange, (failure == null) ? encoded : object.plain(), status, origin)));
	}

	private void write(Exchange exchange, Representation representation, CacheStatus status,
			@Nullable Duration origin) {
		HttpServerResponse response = exchange.response();
		if (response.closed()) {
			return;
		}
		response.headers().addAll(representation.fields());
		long age = representation.response().freshness().age(this.clock.instant()).toSeconds();
		response.putHeader(HttpHeaders.AGE, Long.toString(age));
		response.headers().add(VIA, VIA_EDGE).add(CACHE_STATUS, status.toString());
		exchange.tellTiming(status.isHit() ? "hit" : "miss", origin);
		int length = representation.body().length();
		Answer answer = Answer.to(exchange.caching(), representation.response().status(), representation.validators(),
				length);
		this.metrics.answered(status, representation, answer);
		switch (answer) {
			case Answer.Whole() -> whole(exchange, representation);
			case Answer.Part(long first, long size) -> {
				response.setStatusCode(206)
					.putHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + (first + size - 1) + "/" + length);
				response.end(representation.body().part((int) first, (int) size));
			}
			case Answer.NotModified() -> {
				OF_THE_BODY.forEach(response.headers()::remove);
				response.setStatusCode(304).end();
			}
			case Answer.Unsatisfiable() -> {
				response.headers().clear().add(CACHE_STATUS, status.toString());
				response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
				exchange.fail(Problem.of(416, "The body has " + length + " bytes: none is in the range asked for"));
			}
		}
	}

	private static void whole(Exchange exchange, Representation representation) {
		HttpServerResponse response = exchange.response();
		int status = representation.response().status();
		response.setStatusCode(status);
		if (status == 204) {
			BodilessAnswers.end(response);
			return;
		}
		response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(representation.body().length()));
		if (exchange.isHead()) {
			response.end();
		}
		else {
			response.end(representation.body().whole());
		}
	}

}
