/**
 * How cookies travel, whatever is in them.
 */
@NullMarked
package dev.clickpath.storefront.cookie;

import org.jspecify.annotations.NullMarked;
