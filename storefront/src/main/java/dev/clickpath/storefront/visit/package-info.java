/**
 * Who visits: the visitor's and the region's cookies, and what a visitor may ask for.
 */
@NullMarked
package dev.clickpath.storefront.visit;

import org.jspecify.annotations.NullMarked;
