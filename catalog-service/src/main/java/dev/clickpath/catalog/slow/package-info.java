/**
 * Makes the catalogue slow for a while, for who wants to see what the shop does then.
 */
@NullMarked
package dev.clickpath.catalog.slow;

import org.jspecify.annotations.NullMarked;
