/**
 * How each hop of a click tells the time it took: the Server-Timing header.
 */
@NullMarked
package dev.clickpath.defaults.timing;

import org.jspecify.annotations.NullMarked;
