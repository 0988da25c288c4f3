@NullMarked
package dev.clickpath.storefront.cookie;

import org.jspecify.annotations.NullMarked;
