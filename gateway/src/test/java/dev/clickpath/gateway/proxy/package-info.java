@NullMarked
package dev.clickpath.gateway.proxy;

import org.jspecify.annotations.NullMarked;
