/**
 * The page on which somebody sees their own click, step by step.
 */
@NullMarked
package dev.clickpath.storefront.journey;

import org.jspecify.annotations.NullMarked;
