/**
 * What the tests of the services share.
 */
@NullMarked
package dev.clickpath.defaults.testing;

import org.jspecify.annotations.NullMarked;
