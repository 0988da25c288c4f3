/**
 * Kills the shop's processes while shoppers buy, and checks afterwards that no order was
 * lost, none charged twice and no piece of stock held for ever.
 */
@NullMarked
package dev.clickpath.cli.faults.checkout;

import org.jspecify.annotations.NullMarked;
