/**
 * Visitors' behaviour in files: read line by line and told to the running shop.
 */
@NullMarked
package dev.clickpath.cli.events;

import org.jspecify.annotations.NullMarked;
