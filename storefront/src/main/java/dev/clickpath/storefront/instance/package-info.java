/**
 * Which of the storefronts this is, what it tells those who spread requests, and how it
 * goes without losing one.
 */
@NullMarked
package dev.clickpath.storefront.instance;

import org.jspecify.annotations.NullMarked;
