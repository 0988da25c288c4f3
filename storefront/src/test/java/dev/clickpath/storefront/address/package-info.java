@NullMarked
package dev.clickpath.storefront.address;

import org.jspecify.annotations.NullMarked;
