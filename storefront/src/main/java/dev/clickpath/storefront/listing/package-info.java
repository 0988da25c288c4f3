/**
 * Long lists of products: their order, their filters and the way through them, all as
 * plain links.
 */
@NullMarked
package dev.clickpath.storefront.listing;

import org.jspecify.annotations.NullMarked;
