/**
 * What the storefront reads of the catalogue.
 */
@NullMarked
package dev.clickpath.storefront.catalog;

import org.jspecify.annotations.NullMarked;
