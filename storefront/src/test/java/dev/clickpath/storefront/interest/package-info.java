@NullMarked
package dev.clickpath.storefront.interest;

import org.jspecify.annotations.NullMarked;
