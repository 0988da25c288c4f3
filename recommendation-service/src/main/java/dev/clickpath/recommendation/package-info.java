/**
 * Learns from behaviour which products belong together, and says what a visitor may like.
 */
@NullMarked
package dev.clickpath.recommendation;

import org.jspecify.annotations.NullMarked;
