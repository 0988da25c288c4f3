@NullMarked
package dev.clickpath.defaults.logging;

import org.jspecify.annotations.NullMarked;
