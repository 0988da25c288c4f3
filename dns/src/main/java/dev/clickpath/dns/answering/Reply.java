package dev.clickpath.dns.answering;

/**
 * An answer as it goes to the client.
 *
 * @param rcode what became of the question: all twelve bits, of which a message's header
 * has four (RFC 6891, section 6.1.3)
 * @param wire the message
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int rcode, byte[] wire) {
}
