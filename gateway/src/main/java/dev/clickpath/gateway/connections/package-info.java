/**
 * Connections to the upstreams, kept open, and one exchange after another on each.
 */
@NullMarked
package dev.clickpath.gateway.connections;

import org.jspecify.annotations.NullMarked;
