/**
 * HTTP caching after RFC 9111 as values and pure decisions: from a request, a stored
 * response and the time it follows what to do, and nothing else.
 */
@NullMarked
package dev.clickpath.edge.caching;

import org.jspecify.annotations.NullMarked;
