@NullMarked
package dev.clickpath.gateway.telling;

import org.jspecify.annotations.NullMarked;
