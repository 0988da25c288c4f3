/**
 * Tells how good the recommendations are: predicts each visitor's last product from all
 * the rest, beside plain methods that everybody knows.
 */
@NullMarked
package dev.clickpath.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
