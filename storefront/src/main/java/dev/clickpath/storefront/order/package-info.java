/**
 * Orders: what may become of them, the steps that place them, and the worker that
 * finishes or releases what was left half-way.
 */
@NullMarked
package dev.clickpath.storefront.order;

import org.jspecify.annotations.NullMarked;
