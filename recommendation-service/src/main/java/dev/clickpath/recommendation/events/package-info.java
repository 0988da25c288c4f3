/**
 * What visitors did, as the storefronts tell it: checked, stored for good, and read back
 * in the order it was stored.
 */
@NullMarked
package dev.clickpath.recommendation.events;

import org.jspecify.annotations.NullMarked;
