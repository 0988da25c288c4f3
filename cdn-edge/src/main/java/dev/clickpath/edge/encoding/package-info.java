/**
 * Content codings: which one a client wants, and making it.
 */
@NullMarked
package dev.clickpath.edge.encoding;

import org.jspecify.annotations.NullMarked;
