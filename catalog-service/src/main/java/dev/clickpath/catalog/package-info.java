/**
 * The catalogue: products, departments, search and suggestions.
 */
@NullMarked
package dev.clickpath.catalog;

import org.jspecify.annotations.NullMarked;
