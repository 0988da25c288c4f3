@NullMarked
package dev.clickpath.edge.tracing;

import org.jspecify.annotations.NullMarked;
