/**
 * Tells what was measured, to people and to programs.
 */
@NullMarked
package dev.clickpath.cli.load.report;

import org.jspecify.annotations.NullMarked;
