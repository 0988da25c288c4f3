/**
 * What customers write of products: read by everyone, written, changed and deleted by
 * themselves. It is kept by the catalogue.
 */
@NullMarked
package dev.clickpath.storefront.review;

import org.jspecify.annotations.NullMarked;
