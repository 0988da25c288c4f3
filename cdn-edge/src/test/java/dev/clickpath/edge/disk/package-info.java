@NullMarked
package dev.clickpath.edge.disk;

import org.jspecify.annotations.NullMarked;
