package dev.clickpath.cli.click.network;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it came.
 *
 * @param sent when the question was about to be written
 * @param hints 103, if it came before
 * @param head when the first byte of the answer was there
 * @param last when its last byte was there
 * @param status its status
 * @param fields its fields
 * @param body its body, in the coding it came in
 */
@SuppressWarnings("ArrayRecordComponent")
public record Received(long sent, @Nullable Hints hints, long head, long last, int status, Fields fields, byte[] body) {

	/**
	 * 103 Early Hints.
	 *
	 * @param at when they were there
	 * @param links the lines of their {@code Link} field
	 */
	public record Hints(long at, List<String> links) {

	}

}
