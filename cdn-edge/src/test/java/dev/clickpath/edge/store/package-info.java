@NullMarked
package dev.clickpath.edge.store;

import org.jspecify.annotations.NullMarked;
