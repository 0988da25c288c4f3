@NullMarked
package dev.clickpath.edge.caching;

import org.jspecify.annotations.NullMarked;
