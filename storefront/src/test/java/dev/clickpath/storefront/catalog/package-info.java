@NullMarked
package dev.clickpath.storefront.catalog;

import org.jspecify.annotations.NullMarked;
