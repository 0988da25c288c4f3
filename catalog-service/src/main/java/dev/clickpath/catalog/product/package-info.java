/**
 * The products: what they are, where they are kept, and how they are told over HTTP.
 */
@NullMarked
package dev.clickpath.catalog.product;

import org.jspecify.annotations.NullMarked;
