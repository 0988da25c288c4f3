/**
 * Why something is recommended, so that it can be told to people.
 */
@NullMarked
package dev.clickpath.recommendation.reason;

import org.jspecify.annotations.NullMarked;
