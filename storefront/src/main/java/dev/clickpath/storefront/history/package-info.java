/**
 * What becomes of a visitor's history: it joins an account's, or is forgotten.
 */
@NullMarked
package dev.clickpath.storefront.history;

import org.jspecify.annotations.NullMarked;
