/**
 * What a page cannot do without, as it stands in the page and in what comes before it.
 */
@NullMarked
package dev.clickpath.cli.click.page;

import org.jspecify.annotations.NullMarked;
