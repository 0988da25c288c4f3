/**
 * Measures what a page costs, with {@code wrk} as the load.
 */
@NullMarked
package dev.clickpath.cli.bench;

import org.jspecify.annotations.NullMarked;
