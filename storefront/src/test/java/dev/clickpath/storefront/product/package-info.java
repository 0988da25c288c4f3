@NullMarked
package dev.clickpath.storefront.product;

import org.jspecify.annotations.NullMarked;
