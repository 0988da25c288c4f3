/**
 * A running storefront for tests, before a catalogue and a recommendation service that
 * answer, fail or hang as told.
 */
@NullMarked
package dev.clickpath.storefront.testing;

import org.jspecify.annotations.NullMarked;
