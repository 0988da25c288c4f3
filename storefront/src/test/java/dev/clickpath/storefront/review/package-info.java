@NullMarked
package dev.clickpath.storefront.review;

import org.jspecify.annotations.NullMarked;
