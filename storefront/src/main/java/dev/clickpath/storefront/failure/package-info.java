/**
 * Pages and problem details for requests that cannot be answered.
 */
@NullMarked
package dev.clickpath.storefront.failure;

import org.jspecify.annotations.NullMarked;
