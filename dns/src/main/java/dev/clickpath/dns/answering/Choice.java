package dev.clickpath.dns.answering;

import java.util.List;

/**
 * Where a client is led.
 *
 * @param endpoints one or more
 * @param scope for all clients that share so many leading bits, the choice is the same
 * (RFC 7871, section 7.2.1)
 */
record Choice(List<Endpoint> endpoints, int scope) {
}
