/**
 * How parcels come to their buyers: when, and for how much.
 */
@NullMarked
package dev.clickpath.storefront.delivery;

import org.jspecify.annotations.NullMarked;
