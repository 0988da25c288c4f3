/**
 * What the service says when it cannot answer (RFC 9457).
 */
@NullMarked
package dev.clickpath.recommendation.problem;

import org.jspecify.annotations.NullMarked;
