@NullMarked
package dev.clickpath.storefront.money;

import org.jspecify.annotations.NullMarked;
