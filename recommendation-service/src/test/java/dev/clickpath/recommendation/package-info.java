@NullMarked
package dev.clickpath.recommendation;

import org.jspecify.annotations.NullMarked;
