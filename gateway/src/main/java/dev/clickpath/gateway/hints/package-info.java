/**
 * Early hints (RFC 8297): what a page will need is told while the storefront still makes
 * it.
 */
@NullMarked
package dev.clickpath.gateway.hints;

import org.jspecify.annotations.NullMarked;
