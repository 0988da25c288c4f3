/**
 * What the tests of several packages use.
 */
@NullMarked
package dev.clickpath.gateway.testing;

import org.jspecify.annotations.NullMarked;
