/**
 * What the service says when it cannot answer (RFC 9457).
 */
@NullMarked
package dev.clickpath.catalog.problem;

import org.jspecify.annotations.NullMarked;
