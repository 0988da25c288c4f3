/**
 * The traces that requests belong to (W3C Trace Context), and what is recorded of them.
 */
@NullMarked
package dev.clickpath.edge.tracing;

import org.jspecify.annotations.NullMarked;
