@NullMarked
package dev.clickpath.storefront.attempts;

import org.jspecify.annotations.NullMarked;
