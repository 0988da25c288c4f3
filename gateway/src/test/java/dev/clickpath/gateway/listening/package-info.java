@NullMarked
package dev.clickpath.gateway.listening;

import org.jspecify.annotations.NullMarked;
