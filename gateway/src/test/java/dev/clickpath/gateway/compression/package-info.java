@NullMarked
package dev.clickpath.gateway.compression;

import org.jspecify.annotations.NullMarked;
