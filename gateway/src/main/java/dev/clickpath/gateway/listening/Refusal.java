package dev.clickpath.gateway.listening;

import java.nio.charset.StandardCharsets;

import dev.clickpath.gateway.answer.Allow;
import dev.clickpath.gateway.answer.SecurityHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Why a request is not taken. Its answer is complete, and the last on its connection.
 *
 * @param status the answer's status
 * @param title what is wrong, in plain ASCII without quotes
 */
record Refusal(HttpResponseStatus status, String title) {

	static Refusal badRequest(String title) {
		return new Refusal(HttpResponseStatus.BAD_REQUEST, title);
	}

	/**
	 * As it goes over the wire of HTTP/1.1; the problem is RFC 9457's. Its numbers are
	 * written as strings: %d has the digits of the machine's language.
	 */
	ByteBuf answer() {
		String problem = "{\"title\":\"" + this.title + "\",\"status\":" + this.status.code() + "}";
		return Unpooled.copiedBuffer("""
				HTTP/1.1 %s\r
				Connection: close\r
				Content-Type: application/problem+json\r
				Content-Length: %s\r
				Cache-Control: no-store\r
				%s%s\r
				%s""".formatted(this.status, problem.length(), allow(), SecurityHeaders.LINES, problem),
				StandardCharsets.US_ASCII);
	}

	/** RFC 9110, section 15.5.6. */
	private String allow() {
		return this.status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED) ? Allow.NAME + ": " + Allow.VALUE + "\r\n"
				: "";
	}

}
