/**
 * Secrets that all storefronts share, so that each can check what another has signed.
 */
@NullMarked
package dev.clickpath.storefront.keys;

import org.jspecify.annotations.NullMarked;
