package dev.clickpath.dns.answering;

import java.util.function.Predicate;

/**
 * From where a question comes, and who is well at that moment.
 *
 * @param address the client's address, or as much as is known of it
 * @param known how many of its bits that is
 * @param healthy who can be led to
 */
@SuppressWarnings("ArrayRecordComponent")
record Vantage(byte[] address, int known, Predicate<Endpoint> healthy) {
}
