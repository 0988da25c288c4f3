@NullMarked
package dev.clickpath.recommendation.learning;

import org.jspecify.annotations.NullMarked;
