/**
 * Turns names into addresses, from whoever knows them.
 */
@NullMarked
package dev.clickpath.cli.click.names;

import org.jspecify.annotations.NullMarked;
