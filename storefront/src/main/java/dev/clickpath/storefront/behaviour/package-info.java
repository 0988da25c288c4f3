/**
 * What visitors do, told to the recommendation service without holding up a page.
 */
@NullMarked
package dev.clickpath.storefront.behaviour;

import org.jspecify.annotations.NullMarked;
