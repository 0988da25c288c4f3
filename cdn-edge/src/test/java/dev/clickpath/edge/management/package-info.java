@NullMarked
package dev.clickpath.edge.management;

import org.jspecify.annotations.NullMarked;
