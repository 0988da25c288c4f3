@NullMarked
package dev.clickpath.storefront.account;

import org.jspecify.annotations.NullMarked;
