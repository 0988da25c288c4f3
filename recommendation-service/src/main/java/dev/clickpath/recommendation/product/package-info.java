/**
 * What goes with a product, and what all visitors look at now.
 */
@NullMarked
package dev.clickpath.recommendation.product;

import org.jspecify.annotations.NullMarked;
