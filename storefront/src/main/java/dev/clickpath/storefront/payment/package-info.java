/**
 * Paying by card: what is asked of a card, and the provider that charges it. The provider
 * is a mock with books of its own that behaves like a real one over an unreliable wire.
 */
@NullMarked
package dev.clickpath.storefront.payment;

import org.jspecify.annotations.NullMarked;
