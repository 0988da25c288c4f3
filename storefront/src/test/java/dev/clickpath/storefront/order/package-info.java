@NullMarked
package dev.clickpath.storefront.order;

import org.jspecify.annotations.NullMarked;
