/**
 * Health, metrics and purges for those who run the edge, on a port of their own.
 */
@NullMarked
package dev.clickpath.edge.management;

import org.jspecify.annotations.NullMarked;
