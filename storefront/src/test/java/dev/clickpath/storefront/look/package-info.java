/**
 * Whether the pages look and read as promised, whatever fills them.
 */
@NullMarked
package dev.clickpath.storefront.look;

import org.jspecify.annotations.NullMarked;
