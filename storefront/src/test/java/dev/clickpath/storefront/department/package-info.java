@NullMarked
package dev.clickpath.storefront.department;

import org.jspecify.annotations.NullMarked;
