@NullMarked
package dev.clickpath.storefront.live;

import org.jspecify.annotations.NullMarked;
