@NullMarked
package dev.clickpath.edge.proxying;

import org.jspecify.annotations.NullMarked;
