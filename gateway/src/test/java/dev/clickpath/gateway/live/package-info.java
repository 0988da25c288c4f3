@NullMarked
package dev.clickpath.gateway.live;

import org.jspecify.annotations.NullMarked;
