@NullMarked
package dev.clickpath.edge;

import org.jspecify.annotations.NullMarked;
