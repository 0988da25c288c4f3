/**
 * Product pictures: one drawing in the tones of many colourways.
 */
@NullMarked
package dev.clickpath.storefront.media;

import org.jspecify.annotations.NullMarked;
