/**
 * Measures the name server beside another one.
 */
@NullMarked
package dev.clickpath.cli.bench.dns;

import org.jspecify.annotations.NullMarked;
