/**
 * What the shop says in each of its languages, and how each writes numbers and dates.
 */
@NullMarked
package dev.clickpath.storefront.language;

import org.jspecify.annotations.NullMarked;
