/**
 * What the storefront asks of and tells to the recommendation service.
 */
@NullMarked
package dev.clickpath.storefront.recommendation;

import org.jspecify.annotations.NullMarked;
