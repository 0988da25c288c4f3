@NullMarked
package dev.clickpath.defaults.timing;

import org.jspecify.annotations.NullMarked;
