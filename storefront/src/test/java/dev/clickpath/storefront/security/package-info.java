@NullMarked
package dev.clickpath.storefront.security;

import org.jspecify.annotations.NullMarked;
