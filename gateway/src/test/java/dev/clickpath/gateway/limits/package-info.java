@NullMarked
package dev.clickpath.gateway.limits;

import org.jspecify.annotations.NullMarked;
