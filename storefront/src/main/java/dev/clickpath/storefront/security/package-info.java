/**
 * What is let in: signed-in customers to their own pages, and forms of the shop's own
 * pages. The rules are Spring Security's filter chain.
 */
@NullMarked
package dev.clickpath.storefront.security;

import org.jspecify.annotations.NullMarked;
