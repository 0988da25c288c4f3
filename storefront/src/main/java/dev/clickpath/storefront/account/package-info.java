/**
 * Registering, signing in and out, and the page on which customers look after their
 * account.
 */
@NullMarked
package dev.clickpath.storefront.account;

import org.jspecify.annotations.NullMarked;
