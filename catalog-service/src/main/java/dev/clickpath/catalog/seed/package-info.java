/**
 * Makes the products from the catalogue's data files: families in their variants, always
 * the same ones.
 */
@NullMarked
package dev.clickpath.catalog.seed;

import org.jspecify.annotations.NullMarked;
