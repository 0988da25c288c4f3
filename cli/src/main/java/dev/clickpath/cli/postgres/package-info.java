/**
 * The shop's own PostgreSQL: its binaries, its data folder and its passwords.
 */
@NullMarked
package dev.clickpath.cli.postgres;

import org.jspecify.annotations.NullMarked;
