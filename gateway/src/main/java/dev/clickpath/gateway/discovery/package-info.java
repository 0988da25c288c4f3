/**
 * Finds the instances of the storefront, in a list or by name, again and again.
 */
@NullMarked
package dev.clickpath.gateway.discovery;

import org.jspecify.annotations.NullMarked;
