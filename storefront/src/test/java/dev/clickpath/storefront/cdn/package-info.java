@NullMarked
package dev.clickpath.storefront.cdn;

import org.jspecify.annotations.NullMarked;
