/**
 * Goes to a page as a browser does: with what it needs, several things at once, over as
 * few connections as the protocol allows.
 */
@NullMarked
package dev.clickpath.cli.click.browsing;

import org.jspecify.annotations.NullMarked;
