/**
 * An instance takes visitors only once it has made a whole page.
 */
@NullMarked
package dev.clickpath.storefront.warmup;

import org.jspecify.annotations.NullMarked;
