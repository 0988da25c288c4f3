@NullMarked
package dev.clickpath.storefront.csrf;

import org.jspecify.annotations.NullMarked;
