@NullMarked
package dev.clickpath.gateway.connections;

import org.jspecify.annotations.NullMarked;
