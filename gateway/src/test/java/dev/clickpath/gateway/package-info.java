@NullMarked
package dev.clickpath.gateway;

import org.jspecify.annotations.NullMarked;
