@NullMarked
package dev.clickpath.gateway.hints;

import org.jspecify.annotations.NullMarked;
