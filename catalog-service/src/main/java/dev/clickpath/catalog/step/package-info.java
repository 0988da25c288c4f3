/**
 * What customers do to the catalogue, written down in steps that are done or not done.
 */
@NullMarked
package dev.clickpath.catalog.step;

import org.jspecify.annotations.NullMarked;
