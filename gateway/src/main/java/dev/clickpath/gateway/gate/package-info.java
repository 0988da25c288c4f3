/**
 * What every request has to pass before it is passed on.
 */
@NullMarked
package dev.clickpath.gateway.gate;

import org.jspecify.annotations.NullMarked;
