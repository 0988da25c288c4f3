/**
 * The shoppers themselves, as they find their way from page to page.
 */
@NullMarked
package dev.clickpath.cli.load.shoppers;

import org.jspecify.annotations.NullMarked;
