@NullMarked
package dev.clickpath.storefront.assembly;

import org.jspecify.annotations.NullMarked;
