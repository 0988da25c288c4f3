@NullMarked
package dev.clickpath.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
