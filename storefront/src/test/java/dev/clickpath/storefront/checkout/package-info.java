@NullMarked
package dev.clickpath.storefront.checkout;

import org.jspecify.annotations.NullMarked;
