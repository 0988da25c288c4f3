/**
 * Lets somebody at this machine disturb the shop that this process keeps, and puts all of
 * it right again after a minute.
 */
@NullMarked
package dev.clickpath.cli.control;

import org.jspecify.annotations.NullMarked;
