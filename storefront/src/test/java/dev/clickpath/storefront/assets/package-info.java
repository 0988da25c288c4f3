@NullMarked
package dev.clickpath.storefront.assets;

import org.jspecify.annotations.NullMarked;
