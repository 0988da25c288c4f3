/**
 * Measures the edge alone, beside other caches before the same origin.
 */
@NullMarked
package dev.clickpath.cli.bench.edge;

import org.jspecify.annotations.NullMarked;
