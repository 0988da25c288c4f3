/**
 * What the tests of the features share.
 */
@NullMarked
package dev.clickpath.catalog.testing;

import org.jspecify.annotations.NullMarked;
