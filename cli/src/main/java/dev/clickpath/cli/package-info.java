/**
 * Starts the whole shop on one machine and looks at it.
 */
@NullMarked
package dev.clickpath.cli;

import org.jspecify.annotations.NullMarked;
