/**
 * Measures the shop's search: how good its answers are and how fast they come, beside
 * others on the same products.
 */
@NullMarked
package dev.clickpath.cli.search;

import org.jspecify.annotations.NullMarked;
