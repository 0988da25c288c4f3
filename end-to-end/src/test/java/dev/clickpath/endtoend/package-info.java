/**
 * Starts the real shop as a person would and uses it.
 */
@NullMarked
package dev.clickpath.endtoend;

import org.jspecify.annotations.NullMarked;
