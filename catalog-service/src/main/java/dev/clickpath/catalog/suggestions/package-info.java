/**
 * Suggestions while a shopper types.
 */
@NullMarked
package dev.clickpath.catalog.suggestions;

import org.jspecify.annotations.NullMarked;
