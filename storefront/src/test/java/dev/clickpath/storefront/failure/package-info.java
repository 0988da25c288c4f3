@NullMarked
package dev.clickpath.storefront.failure;

import org.jspecify.annotations.NullMarked;
