@NullMarked
package dev.clickpath.storefront.session;

import org.jspecify.annotations.NullMarked;
