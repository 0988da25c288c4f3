@NullMarked
package dev.clickpath.gateway.discovery;

import org.jspecify.annotations.NullMarked;
