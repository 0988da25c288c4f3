/**
 * What one visitor is shown: their shelves and recommendations.
 */
@NullMarked
package dev.clickpath.recommendation.visitor;

import org.jspecify.annotations.NullMarked;
