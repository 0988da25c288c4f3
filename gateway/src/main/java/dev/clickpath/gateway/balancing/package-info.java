/**
 * How the choice is configured.
 */
@NullMarked
package dev.clickpath.gateway.balancing;

import org.jspecify.annotations.NullMarked;
