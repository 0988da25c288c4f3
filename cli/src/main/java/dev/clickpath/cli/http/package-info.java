/**
 * A small HTTP/1.1 client that hides nothing: one connection, blocking, every byte
 * counted.
 */
@NullMarked
package dev.clickpath.cli.http;

import org.jspecify.annotations.NullMarked;
