@NullMarked
package dev.clickpath.defaults.metrics;

import org.jspecify.annotations.NullMarked;
