@NullMarked
package dev.clickpath.storefront.customer;

import org.jspecify.annotations.NullMarked;
