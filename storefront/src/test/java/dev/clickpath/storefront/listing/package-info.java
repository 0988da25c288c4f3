@NullMarked
package dev.clickpath.storefront.listing;

import org.jspecify.annotations.NullMarked;
