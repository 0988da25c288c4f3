/**
 * Who comes when and does what next: all of it drawn beforehand, from a seed.
 */
@NullMarked
package dev.clickpath.cli.load.visits;

import org.jspecify.annotations.NullMarked;
