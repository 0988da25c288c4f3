/**
 * Measures the gateway beside other load balancers, all before the same two upstreams.
 */
@NullMarked
package dev.clickpath.cli.bench.gateway;

import org.jspecify.annotations.NullMarked;
