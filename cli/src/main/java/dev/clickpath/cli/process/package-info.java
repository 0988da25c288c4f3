/**
 * Operating-system processes: who they are, how they are started, ended and measured.
 */
@NullMarked
package dev.clickpath.cli.process;

import org.jspecify.annotations.NullMarked;
