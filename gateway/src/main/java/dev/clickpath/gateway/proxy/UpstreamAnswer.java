package dev.clickpath.gateway.proxy;

import java.util.List;
import java.util.Objects;

import dev.clickpath.gateway.connections.Answer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * What the head of an upstream's answer means.
 *
 * @param answer the answer, its body still on the connection
 */
record UpstreamAnswer(Answer answer) {

	private static final List<CharSequence> DESCRIBES_THE_BODY = List.of(HttpHeaderNames.CONTENT_TYPE,
			HttpHeaderNames.CONTENT_ENCODING, HttpHeaderNames.CONTENT_RANGE, HttpHeaderNames.ETAG);

	int status() {
		return this.answer.status();
	}

	HttpHeaders headers() {
		return this.answer.headers();
	}

	/**
	 * The head is here; what follows may take as long as it likes where the answer is a
	 * stream of events, which is silent until something happens.
	 */
	void letStreamsBeSilent() {
		if (isStream()) {
			this.answer.letItBeSilent();
		}
	}

	/** Whether it need not have an end. */
	boolean isStream() {
		String type = headers().get(HttpHeaderNames.CONTENT_TYPE);
		return type != null && type.startsWith("text/event-stream");
	}

	/** Such an answer has been made already; only others need flushing. */
	boolean hasKnownLength() {
		return headers().contains(HttpHeaderNames.CONTENT_LENGTH);
	}

	/**
	 * Whether the body is known to be of at most so many bytes.
	 */
	boolean isAtMost(long bytes) {
		return hasKnownLength() && length() <= bytes;
	}

	/**
	 * Whether this answer's body can stand in for that of another one that broke off, as
	 * far as the heads tell. The same page may come with its length or while it is made,
	 * but a length that was promised must be kept.
	 */
	boolean isLike(UpstreamAnswer broken) {
		return status() == broken.status() && DESCRIBES_THE_BODY.stream().allMatch((name) -> hasSame(name, broken))
				&& (!broken.hasKnownLength() || hasSame(HttpHeaderNames.CONTENT_LENGTH, broken));
	}

	private boolean hasSame(CharSequence name, UpstreamAnswer other) {
		return Objects.equals(headers().get(name), other.headers().get(name));
	}

	private long length() {
		try {
			return Long.parseLong(headers().get(HttpHeaderNames.CONTENT_LENGTH));
		}
		catch (NumberFormatException ex) {
			return Long.MAX_VALUE;
		}
	}

	/** RFC 9110, section 15.6.4. */
	boolean isBusy() {
		return status() == 503;
	}

	/** Another instance may do better: RFC 9110, sections 15.6.3 to 15.6.5. */
	boolean isWorthAnotherTry() {
		return status() == 502 || status() == 503 || status() == 504;
	}

}
