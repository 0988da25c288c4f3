@NullMarked
package dev.clickpath.storefront.page;

import org.jspecify.annotations.NullMarked;
