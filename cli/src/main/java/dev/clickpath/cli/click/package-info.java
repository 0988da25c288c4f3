/**
 * One click from the terminal, with a look at the clock at each step of its path.
 */
@NullMarked
package dev.clickpath.cli.click;

import org.jspecify.annotations.NullMarked;
