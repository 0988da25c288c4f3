@NullMarked
package dev.clickpath.storefront.delivery;

import org.jspecify.annotations.NullMarked;
