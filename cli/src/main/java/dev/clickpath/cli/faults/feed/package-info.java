/**
 * Imports feeds while people look at the shop, and kills the catalogue in between.
 */
@NullMarked
package dev.clickpath.cli.faults.feed;

import org.jspecify.annotations.NullMarked;
