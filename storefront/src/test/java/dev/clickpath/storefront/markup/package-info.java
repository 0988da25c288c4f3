@NullMarked
package dev.clickpath.storefront.markup;

import org.jspecify.annotations.NullMarked;
