/**
 * The page of the live map. What it shows comes from the gateway, straight to the
 * browser: it goes on when the storefront that made the page does not.
 */
@NullMarked
package dev.clickpath.storefront.live;

import org.jspecify.annotations.NullMarked;
