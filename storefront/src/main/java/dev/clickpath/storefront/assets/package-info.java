/**
 * Stylesheets, scripts and fonts: fingerprinted by their content and served for good.
 */
@NullMarked
package dev.clickpath.storefront.assets;

import org.jspecify.annotations.NullMarked;
