/**
 * Where browsers fetch what never changes: the CDN's address without TLS and the one with
 * it, and which of them a page names.
 */
@NullMarked
package dev.clickpath.storefront.cdn;

import org.jspecify.annotations.NullMarked;
