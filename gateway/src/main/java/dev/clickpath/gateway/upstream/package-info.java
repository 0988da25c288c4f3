/**
 * The load balancer's choice: which upstreams there are, which of them are available, and
 * which one takes the next request. Pure: no Spring, no Netty.
 */
@NullMarked
package dev.clickpath.gateway.upstream;

import org.jspecify.annotations.NullMarked;
