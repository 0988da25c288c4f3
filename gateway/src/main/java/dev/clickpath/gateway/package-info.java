/**
 * The load balancer: every page request goes through it to a storefront.
 */
@NullMarked
package dev.clickpath.gateway;

import org.jspecify.annotations.NullMarked;
