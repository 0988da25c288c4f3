/**
 * What the parameters of all requests have to look like.
 */
@NullMarked
package dev.clickpath.recommendation.parameter;

import org.jspecify.annotations.NullMarked;
