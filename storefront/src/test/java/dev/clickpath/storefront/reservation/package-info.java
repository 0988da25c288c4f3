@NullMarked
package dev.clickpath.storefront.reservation;

import org.jspecify.annotations.NullMarked;
