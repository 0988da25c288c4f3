/**
 * Connections, with a look at the clock at each thing that happens on them.
 */
@NullMarked
package dev.clickpath.cli.click.network;

import org.jspecify.annotations.NullMarked;
