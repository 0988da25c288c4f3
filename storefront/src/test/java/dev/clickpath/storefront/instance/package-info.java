@NullMarked
package dev.clickpath.storefront.instance;

import org.jspecify.annotations.NullMarked;
