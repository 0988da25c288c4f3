/**
 * Finds out which gateways and edges are well, by asking them.
 */
@NullMarked
package dev.clickpath.dns.health;

import org.jspecify.annotations.NullMarked;
