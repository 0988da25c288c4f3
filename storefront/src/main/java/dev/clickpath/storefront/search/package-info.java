/**
 * Searching: the page of results and the suggestions while typing.
 */
@NullMarked
package dev.clickpath.storefront.search;

import org.jspecify.annotations.NullMarked;
