@NullMarked
package dev.clickpath.edge.tls;

import org.jspecify.annotations.NullMarked;
