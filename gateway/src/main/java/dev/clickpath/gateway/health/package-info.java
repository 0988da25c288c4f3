/**
 * Active health checks: each upstream is asked every second whether it is ready.
 */
@NullMarked
package dev.clickpath.gateway.health;

import org.jspecify.annotations.NullMarked;
