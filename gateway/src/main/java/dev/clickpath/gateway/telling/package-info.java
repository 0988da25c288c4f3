/**
 * Tells people who run the shop what the load balancer does: the log, the metrics and
 * {@code /actuator/upstreams}.
 */
@NullMarked
package dev.clickpath.gateway.telling;

import org.jspecify.annotations.NullMarked;
