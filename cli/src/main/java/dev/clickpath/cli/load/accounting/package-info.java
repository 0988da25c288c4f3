/**
 * Counts and measures what became of each request, by kind of page.
 */
@NullMarked
package dev.clickpath.cli.load.accounting;

import org.jspecify.annotations.NullMarked;
