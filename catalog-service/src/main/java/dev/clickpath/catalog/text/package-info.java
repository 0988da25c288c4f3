/**
 * What is taken of the texts that others write.
 */
@NullMarked
package dev.clickpath.catalog.text;

import org.jspecify.annotations.NullMarked;
