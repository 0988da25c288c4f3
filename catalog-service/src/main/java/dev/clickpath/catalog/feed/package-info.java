/**
 * Takes in product feeds: the products that somebody brings in a file.
 */
@NullMarked
package dev.clickpath.catalog.feed;

import org.jspecify.annotations.NullMarked;
