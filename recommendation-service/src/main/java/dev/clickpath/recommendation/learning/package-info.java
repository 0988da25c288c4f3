/**
 * Keeps the model in step with the stored events, from the first at start-up to those of
 * a second ago.
 */
@NullMarked
package dev.clickpath.recommendation.learning;

import org.jspecify.annotations.NullMarked;
