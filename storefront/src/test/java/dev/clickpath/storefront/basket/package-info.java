@NullMarked
package dev.clickpath.storefront.basket;

import org.jspecify.annotations.NullMarked;
