@NullMarked
package dev.clickpath.storefront.upstream;

import org.jspecify.annotations.NullMarked;
