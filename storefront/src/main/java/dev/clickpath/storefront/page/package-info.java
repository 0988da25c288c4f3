/**
 * What every page has alike: its frame, its links, the parts that are waited for, and how
 * it is written.
 */
@NullMarked
package dev.clickpath.storefront.page;

import org.jspecify.annotations.NullMarked;
