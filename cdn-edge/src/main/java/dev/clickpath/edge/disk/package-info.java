/**
 * The second tier of the store: what is stored in memory, kept on disk as well, so that
 * it outlives a restart and what memory has no room for.
 */
@NullMarked
package dev.clickpath.edge.disk;

import org.jspecify.annotations.NullMarked;
