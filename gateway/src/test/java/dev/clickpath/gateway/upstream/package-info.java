@NullMarked
package dev.clickpath.gateway.upstream;

import org.jspecify.annotations.NullMarked;
