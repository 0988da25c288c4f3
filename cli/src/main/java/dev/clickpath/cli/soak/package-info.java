/**
 * Tries the edge hard for minutes: mixed traffic, an origin that fails in every way,
 * purges, and a judge who knows what every single answer may be.
 */
@NullMarked
package dev.clickpath.cli.soak;

import org.jspecify.annotations.NullMarked;
