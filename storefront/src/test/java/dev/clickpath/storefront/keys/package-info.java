@NullMarked
package dev.clickpath.storefront.keys;

import org.jspecify.annotations.NullMarked;
