/**
 * Measures how long a shopper waits from the checkout's button to the confirmation.
 */
@NullMarked
package dev.clickpath.cli.bench.checkout;

import org.jspecify.annotations.NullMarked;
