@NullMarked
package dev.clickpath.storefront.language;

import org.jspecify.annotations.NullMarked;
