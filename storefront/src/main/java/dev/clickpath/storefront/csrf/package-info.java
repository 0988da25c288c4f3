/**
 * What the shop's own forms carry, so that no other site's can pass for them.
 */
@NullMarked
package dev.clickpath.storefront.csrf;

import org.jspecify.annotations.NullMarked;
