@NullMarked
package dev.clickpath.storefront.facet;

import org.jspecify.annotations.NullMarked;
