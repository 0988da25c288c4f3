package dev.clickpath.edge.proxying;

import java.time.InstantSource;
import java.util.List;

import dev.clickpath.edge.caching.Answer;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.EndToEnd;
import dev.clickpath.edge.encoding.AcceptEncoding;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.Representation;
import dev.clickpath.edge.store.StoredObject;
import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
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

	/** Of the whole content, and of no part of it (RFC 9530, section 2). */
	private static final List<String> OF_THE_CONTENT = List.of("Content-Digest", "Content-MD5");

	private static final int PARTIAL = 206;

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
	 * @param origin what the origin answered this client, or null when it was not asked
	 * @return false when the object is gone, and nothing has been sent
	 */
	boolean send(Exchange exchange, StoredObject object, CacheStatus status, @Nullable OriginAnswer origin) {
		if (!object.compressible()) {
			return sendNow(exchange, object, object.plain(), status, origin);
		}
		ContentCoding coding = coding(exchange, object);
		Representation made = object.in(coding);
		if (made != null) {
			if (status.isHit()) {
				this.compression.improve(exchange.key(), object, made);
			}
			return sendNow(exchange, object, made, status, origin);
		}
		Body plain = object.plain().body();
		if (!plain.retain()) {
			return false;
		}
		if (exchange.timing() != null) {
			exchange.timing().encodingBegins();
		}
		this.compression.encode(exchange.key(), object, coding).whenLanded((encoded, failure) -> {
			Representation chosen = (failure == null) ? encoded : object.plain();
			// Held on to now, while whoever brings it still does.
			boolean held = chosen.body().retain();
			exchange.run(() -> {
				if (exchange.timing() != null) {
					exchange.timing().encodingEnds();
				}
				sendNow(exchange, object, held ? chosen : object.plain(), status, origin);
				plain.release();
				if (held) {
					chosen.body().release();
				}
			});
		});
		return true;
	}

	/**
	 * Ranges are of the plain body, where that is accepted: a client puts together what
	 * it gets in several answers, of which some may have come before there was another
	 * coding. Who names a coding's tag gets a part of that.
	 */
	private ContentCoding coding(Exchange exchange, StoredObject object) {
		if (exchange.caching().forbidsTransforming()) {
			return ContentCoding.IDENTITY;
		}
		AcceptEncoding accepted = AcceptEncoding.parse(exchange.fields().all("Accept-Encoding"));
		if (exchange.caching().isGet() && exchange.fields().has("Range") && accepted.acceptsIdentity()) {
			String ifRange = exchange.fields().first("If-Range");
			if (ifRange == null || object.plain().validators().satisfyIfRange(ifRange)) {
				return ContentCoding.IDENTITY;
			}
		}
		return accepted.choose(this.compression.available());
	}

	private boolean sendNow(Exchange exchange, StoredObject object, Representation representation, CacheStatus status,
			@Nullable OriginAnswer origin) {
		if (exchange.timing() != null) {
			exchange.timing()
				.sentIn(representation.coding(), object.plain().body().length(), representation.body().length());
		}
		Body body = representation.body();
		if (!body.retain()) {
			return false;
		}
		if (exchange.response().closed()) {
			body.release();
			return true;
		}
		write(exchange, representation, object.plain().body().length(), status, origin)
			.onComplete((done) -> body.release());
		return true;
	}

	private Future<Void> write(Exchange exchange, Representation representation, int plain, CacheStatus status,
			@Nullable OriginAnswer origin) {
		setHead(exchange, representation, status, origin);
		HttpServerResponse response = exchange.response();
		Answer answer = Answer.to(exchange.caching(), representation.response().status(), representation.validators(),
				representation.content());
		this.metrics.answered(status, representation, plain, answer);
		return switch (answer) {
			case Answer.NotModified notModified -> {
				OF_THE_BODY.forEach(response.headers()::remove);
				OF_THE_CONTENT.forEach(response.headers()::remove);
				if (notModified.entityTag() != null) {
					response.putHeader(HttpHeaders.ETAG, notModified.entityTag().toString());
				}
				yield response.setStatusCode(304).end();
			}
			case Answer answered when origin != null && isThePart(origin, representation) -> {
				origin.fields().all("Content-Range").forEach((line) -> response.headers().add("Content-Range", line));
				yield response.setStatusCode(PARTIAL).end(representation.body().whole());
			}
			case Answer.Whole whole -> whole(exchange, representation, origin);
			case Answer.Parts parts -> {
				OF_THE_CONTENT.forEach(response.headers()::remove);
				yield (parts.parts().size() == 1) ? part(exchange, representation, parts.parts().getFirst())
						: MultipartAnswer.send(response, representation, parts.parts());
			}
			case Answer.Unsatisfiable unsatisfiable -> {
				long length = representation.content().complete();
				response.headers().clear().add(CACHE_STATUS, status.withKey(exchange.key()));
				response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
				exchange.fail(Problem.of(416, "The body has " + length + " bytes: none is in the range asked for"));
				yield Future.succeededFuture();
			}
			// The origin gave another part than was asked for; its client gets that.
			case Answer.Incomplete incomplete -> whole(exchange, representation, origin);
		};
	}

	/**
	 * Sets the fields of an answer from a representation.
	 */
	void setHead(Exchange exchange, Representation representation, CacheStatus status, @Nullable OriginAnswer origin) {
		HttpServerResponse response = exchange.response();
		representation.addFieldsTo(response.headers());
		long age = representation.response().freshness().age(this.clock.instant());
		response.headers()
			.add(HttpHeaders.AGE, ascii(Long.toString(age)))
			.add(VIA, VIA_EDGE)
			.add(CACHE_STATUS, ascii(status.withKey(exchange.key())));
		if (origin != null) {
			addWithheld(response, representation, origin);
		}
		exchange.tellTiming(status.word(), (origin != null) ? EdgeTiming.NEW : age, origin);
		if (origin != null) {
			exchange.tellTimingOf(origin.fields());
		}
	}

	/** What is not stored is for the one the origin sent it to. */
	private static void addWithheld(HttpServerResponse response, Representation representation, OriginAnswer origin) {
		for (String name : representation.response().withheld()) {
			if (!name.equalsIgnoreCase("Server-Timing")) {
				EndToEnd.of(origin.fields()).all(name).forEach((value) -> response.headers().add(name, value));
			}
		}
	}

	/** Who asked for a part gets it as the origin sent it. */
	private static boolean isThePart(OriginAnswer origin, Representation representation) {
		return origin.status() == PARTIAL && representation.response().status() == PARTIAL
				&& origin.announcedLength() == representation.body().length();
	}

	/** What came after a body was of its plain form; HTTP/1.0 has no place for it. */
	private static boolean hasTrailers(OriginAnswer origin, Exchange exchange, Representation representation) {
		return representation.coding() == ContentCoding.IDENTITY
				&& representation.response().status() == origin.status() && !exchange.isHead()
				&& exchange.request().version() != HttpVersion.HTTP_1_0 && !origin.trailers().isEmpty();
	}

	private static Future<Void> part(Exchange exchange, Representation representation, Answer.Part part) {
		ContentRange content = representation.content();
		HttpServerResponse response = exchange.response();
		response.setStatusCode(PARTIAL)
			.putHeader(HttpHeaders.CONTENT_RANGE,
					new ContentRange(part.first(), part.length(), content.complete()).toString());
		return response.end(representation.body().part((int) (part.first() - content.first()), (int) part.length()));
	}

	/** Goes into the head as it is, and not letter by letter. */
	static CharSequence ascii(CharSequence text) {
		return new AsciiString(text);
	}

	private static Future<Void> whole(Exchange exchange, Representation representation, @Nullable OriginAnswer origin) {
		HttpServerResponse response = exchange.response();
		int status = representation.response().status();
		response.setStatusCode(status);
		if (status == 204) {
			BodilessAnswers.end(response);
			return Future.succeededFuture();
		}
		if (status == PARTIAL) {
			response.putHeader(HttpHeaders.CONTENT_RANGE, representation.content().toString());
		}
		if (origin != null && hasTrailers(origin, exchange, representation)) {
			PassThrough.addTrailers(response, origin);
			return response.setChunked(true).end(representation.body().whole());
		}
		response.putHeader(HttpHeaders.CONTENT_LENGTH, ascii(Integer.toString(representation.body().length())));
		return exchange.isHead() ? response.end() : response.end(representation.body().whole());
	}

}
