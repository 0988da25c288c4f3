/**
 * Brings the catalogue of the data files into the database, once.
 */
@NullMarked
package dev.clickpath.catalog.loading;

import org.jspecify.annotations.NullMarked;
