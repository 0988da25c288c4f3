@NullMarked
package dev.clickpath.recommendation.events;

import org.jspecify.annotations.NullMarked;
