/**
 * Carries a request to the upstream chosen for it and the answer back, and tries again
 * elsewhere where that is safe.
 */
@NullMarked
package dev.clickpath.gateway.proxy;

import org.jspecify.annotations.NullMarked;
