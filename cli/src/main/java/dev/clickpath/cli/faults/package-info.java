/**
 * Does to storefronts behind the gateway whatever can happen to them, under load, and
 * counts what shoppers notice of it.
 */
@NullMarked
package dev.clickpath.cli.faults;

import org.jspecify.annotations.NullMarked;
