@NullMarked
package dev.clickpath.storefront.warmup;

import org.jspecify.annotations.NullMarked;
