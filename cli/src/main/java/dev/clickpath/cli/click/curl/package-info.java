/**
 * The same click with curl, as a second opinion of what its phases take.
 */
@NullMarked
package dev.clickpath.cli.click.curl;

import org.jspecify.annotations.NullMarked;
