@NullMarked
package dev.clickpath.storefront.search;

import org.jspecify.annotations.NullMarked;
