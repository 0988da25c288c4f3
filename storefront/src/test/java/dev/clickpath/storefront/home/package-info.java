@NullMarked
package dev.clickpath.storefront.home;

import org.jspecify.annotations.NullMarked;
