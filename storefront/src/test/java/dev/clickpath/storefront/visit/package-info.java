@NullMarked
package dev.clickpath.storefront.visit;

import org.jspecify.annotations.NullMarked;
