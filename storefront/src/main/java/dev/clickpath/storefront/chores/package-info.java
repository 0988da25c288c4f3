/**
 * What is done again and again beside the visitors' requests.
 */
@NullMarked
package dev.clickpath.storefront.chores;

import org.jspecify.annotations.NullMarked;
