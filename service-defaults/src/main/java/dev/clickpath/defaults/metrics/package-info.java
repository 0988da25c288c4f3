/**
 * Metrics that several services keep alike.
 */
@NullMarked
package dev.clickpath.defaults.metrics;

import org.jspecify.annotations.NullMarked;
