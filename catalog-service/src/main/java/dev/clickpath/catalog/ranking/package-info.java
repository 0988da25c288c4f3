/**
 * Finds and orders products by words, filters and facets in a Lucene index.
 */
@NullMarked
package dev.clickpath.catalog.ranking;

import org.jspecify.annotations.NullMarked;
