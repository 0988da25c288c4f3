package dev.clickpath.edge.proxying;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.clickpath.edge.caching.Answer;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.store.Representation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * Several ranges in one message (RFC 9110, section 14.6).
 */
final class MultipartAnswer {

	private MultipartAnswer() {
	}

	static Future<Void> send(HttpServerResponse response, Representation representation, List<Answer.Part> parts) {
		// Not to be guessed by who wrote the body.
		String boundary = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
				+ HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
		String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
		ContentRange content = representation.content();
		ByteBuf[] pieces = new ByteBuf[2 * parts.size() + 1];
		for (int i = 0; i < parts.size(); i++) {
			Answer.Part part = parts.get(i);
			ContentRange range = new ContentRange(part.first(), part.length(), content.complete());
			pieces[2 * i] = text(((i == 0) ? "--" : "\r\n--") + boundary + "\r\n"
					+ ((type != null) ? "Content-Type: " + type + "\r\n" : "") + "Content-Range: " + range
					+ "\r\n\r\n");
			Buffer octets = representation.body().part((int) (part.first() - content.first()), (int) part.length());
			pieces[2 * i + 1] = ((BufferInternal) octets).getByteBuf();
		}
		pieces[2 * parts.size()] = text("\r\n--" + boundary + "--\r\n");
		response.setStatusCode(206).putHeader(HttpHeaders.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary);
		return response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(pieces.length, pieces)));
	}

	private static ByteBuf text(String text) {
		return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
	}

}
