/**
 * Shoppers as programs: they know the shop's pages and forms alone, and may have a whole
 * shop to themselves.
 */
@NullMarked
package dev.clickpath.cli.shopping;

import org.jspecify.annotations.NullMarked;
