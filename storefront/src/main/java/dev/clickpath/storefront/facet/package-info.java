/**
 * What a list of products can be narrowed by, as plain links that choose and unchoose.
 */
@NullMarked
package dev.clickpath.storefront.facet;

import org.jspecify.annotations.NullMarked;
