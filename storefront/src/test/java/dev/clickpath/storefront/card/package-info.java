@NullMarked
package dev.clickpath.storefront.card;

import org.jspecify.annotations.NullMarked;
