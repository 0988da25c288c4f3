package dev.clickpath.cli.click.timeline;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a name became addresses.
 *
 * @param host the name
 * @param asked whether somebody had to be asked
 * @param source who that was, or why it was nobody, in words
 * @param addresses what it stands for
 * @param facts what else was learnt, such as the protocols in an HTTPS record (RFC 9460)
 * @param ttlSeconds how long the answer may be kept, if it says so
 * @param time how long it took
 */
public record Lookup(String host, boolean asked, String source, List<String> addresses, List<String> facts,
		@Nullable Long ttlSeconds, Span time) {

}
