/**
 * Lets shoppers about the shop who do as people do, and tells how it served them.
 */
@NullMarked
package dev.clickpath.cli.load;

import org.jspecify.annotations.NullMarked;
