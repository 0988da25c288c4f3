/**
 * Pieces of markup that are the same on many pages, drawn once and kept.
 */
@NullMarked
package dev.clickpath.storefront.markup;

import org.jspecify.annotations.NullMarked;
