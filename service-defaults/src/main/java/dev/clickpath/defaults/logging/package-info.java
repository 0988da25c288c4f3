/**
 * The log: for people, or in JSON for who collects logs.
 */
@NullMarked
package dev.clickpath.defaults.logging;

import org.jspecify.annotations.NullMarked;
