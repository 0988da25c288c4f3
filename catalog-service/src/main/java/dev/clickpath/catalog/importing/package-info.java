/**
 * Brings product feeds into the catalogue, all at once or not at all.
 */
@NullMarked
package dev.clickpath.catalog.importing;

import org.jspecify.annotations.NullMarked;
