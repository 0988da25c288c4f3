/**
 * What stands in the house: every service with its port, its memory and its neighbours.
 */
@NullMarked
package dev.clickpath.cli.house;

import org.jspecify.annotations.NullMarked;
