/**
 * How other services are asked: on virtual threads, with time-outs, and keeping their
 * last answers.
 */
@NullMarked
package dev.clickpath.storefront.upstream;

import org.jspecify.annotations.NullMarked;
