/**
 * Assembles the pages of the shop, each for its visitor.
 */
@NullMarked
package dev.clickpath.storefront;

import org.jspecify.annotations.NullMarked;
