/**
 * Search over HTTP: the parameters, the answer, and the index behind it.
 */
@NullMarked
package dev.clickpath.catalog.search;

import org.jspecify.annotations.NullMarked;
