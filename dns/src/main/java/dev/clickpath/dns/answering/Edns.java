package dev.clickpath.dns.answering;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself beyond the question (RFC 6891).
 *
 * @param size the longest datagram it takes
 * @param version the version of all this that it speaks
 * @param dnssecOk whether it understands signatures, of which there are none here
 * @param subnet whom it asks for
 */
record Edns(int size, int version, boolean dnssecOk, @Nullable ClientSubnet subnet) {
}
