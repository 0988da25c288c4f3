/**
 * The live map: what goes on in the house, told to browsers once a second, and switches
 * by which somebody at this machine can disturb it. The gateway tells it, and not a
 * storefront, since it sees every request and goes on when a storefront does not.
 */
@NullMarked
package dev.clickpath.gateway.live;

import org.jspecify.annotations.NullMarked;
