@NullMarked
package dev.clickpath.storefront.history;

import org.jspecify.annotations.NullMarked;
