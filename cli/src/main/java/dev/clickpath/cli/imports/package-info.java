/**
 * Brings files that somebody has into the running shop.
 */
@NullMarked
package dev.clickpath.cli.imports;

import org.jspecify.annotations.NullMarked;
