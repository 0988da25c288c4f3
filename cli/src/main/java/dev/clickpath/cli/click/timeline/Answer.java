package dev.clickpath.cli.click.timeline;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An answer that came whole.
 *
 * @param connection the number of the connection it came on
 * @param sent when the question was about to be written
 * @param hints what came before the answer, if anything did
 * @param head when its first byte was there
 * @param last when its last byte was there
 * @param status its status
 * @param coding in which content coding it came
 * @param bytes of its body as it came
 * @param plainBytes of its body when unpacked
 * @param unpacking from the last byte to the plain body
 * @param cache what a cache says of it (RFC 9211), if one does
 * @param told what the hops tell of it
 */
public record Answer(int connection, long sent, @Nullable Hints hints, long head, long last, int status, String coding,
		long bytes, long plainBytes, Span unpacking, @Nullable String cache,
		List<ServerTiming> told) implements Outcome {

	/**
	 * 103 Early Hints (RFC 8297).
	 *
	 * @param at when they were there
	 * @param links what they name, each as it was written
	 */
	public record Hints(long at, List<String> links) {

	}

	/** When the very first byte came, of hints or of the answer. */
	public long firstByte() {
		return (this.hints != null) ? this.hints.at() : this.head;
	}

	public boolean isHit() {
		return this.cache != null && this.cache.matches("[^;]*;\\s*hit\\b.*");
	}

}
