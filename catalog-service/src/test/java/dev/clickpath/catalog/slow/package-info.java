@NullMarked
package dev.clickpath.catalog.slow;

import org.jspecify.annotations.NullMarked;
