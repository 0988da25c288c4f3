/**
 * The edge of the world: who may connect, what a request must look like before anything
 * else of the gateway sees it, and how long a client may take.
 */
@NullMarked
package dev.clickpath.gateway.listening;

import org.jspecify.annotations.NullMarked;
