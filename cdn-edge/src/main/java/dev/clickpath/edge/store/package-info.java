/**
 * The store: responses with their bodies, each in the codings asked for so far, bounded
 * in bytes.
 */
@NullMarked
package dev.clickpath.edge.store;

import org.jspecify.annotations.NullMarked;
