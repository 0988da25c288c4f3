/**
 * The home page, different for each visitor.
 */
@NullMarked
package dev.clickpath.storefront.home;

import org.jspecify.annotations.NullMarked;
