@NullMarked
package dev.clickpath.storefront.journey;

import org.jspecify.annotations.NullMarked;
