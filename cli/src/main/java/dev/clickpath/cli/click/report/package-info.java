/**
 * How clicks are told, to people and to programs.
 */
@NullMarked
package dev.clickpath.cli.click.report;

import org.jspecify.annotations.NullMarked;
