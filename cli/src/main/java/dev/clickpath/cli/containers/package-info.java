/**
 * What the shop in containers needs before its services start, made by a container that
 * ends then.
 */
@NullMarked
package dev.clickpath.cli.containers;

import org.jspecify.annotations.NullMarked;
