@NullMarked
package dev.clickpath.storefront.behaviour;

import org.jspecify.annotations.NullMarked;
