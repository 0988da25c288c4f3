/**
 * The data path: takes requests from the world, answers them from the store or the
 * origin.
 */
@NullMarked
package dev.clickpath.edge.proxying;

import org.jspecify.annotations.NullMarked;
