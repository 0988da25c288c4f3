@NullMarked
package dev.clickpath.recommendation.visitor;

import org.jspecify.annotations.NullMarked;
