/**
 * {@code ./clickpath recommendations}: how good the recommendations are, and how fast.
 */
@NullMarked
package dev.clickpath.cli.recommendations;

import org.jspecify.annotations.NullMarked;
