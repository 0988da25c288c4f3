/**
 * The caching edge: serves what may be stored from near the shopper.
 */
@NullMarked
package dev.clickpath.edge;

import org.jspecify.annotations.NullMarked;
