/**
 * Keeps the shop's processes alive, ends them in order and writes down which they are.
 */
@NullMarked
package dev.clickpath.cli.supervision;

import org.jspecify.annotations.NullMarked;
