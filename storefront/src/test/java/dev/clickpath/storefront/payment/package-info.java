@NullMarked
package dev.clickpath.storefront.payment;

import org.jspecify.annotations.NullMarked;
