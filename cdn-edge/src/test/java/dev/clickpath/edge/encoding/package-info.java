@NullMarked
package dev.clickpath.edge.encoding;

import org.jspecify.annotations.NullMarked;
