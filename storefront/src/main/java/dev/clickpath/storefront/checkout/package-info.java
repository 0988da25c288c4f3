/**
 * The way from a basket to an order: one form, looked through before anything is ordered.
 */
@NullMarked
package dev.clickpath.storefront.checkout;

import org.jspecify.annotations.NullMarked;
