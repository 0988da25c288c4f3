@NullMarked
package dev.clickpath.recommendation.model;

import org.jspecify.annotations.NullMarked;
