@NullMarked
package dev.clickpath.recommendation.training;

import org.jspecify.annotations.NullMarked;
