/**
 * Pages made of parts that are fetched side by side, none of which can hold up the page
 * for longer than its deadline.
 */
@NullMarked
package dev.clickpath.storefront.assembly;

import org.jspecify.annotations.NullMarked;
