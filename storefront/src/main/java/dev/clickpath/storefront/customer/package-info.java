/**
 * Who has an account: names, e-mail addresses, passwords and what they prefer.
 */
@NullMarked
package dev.clickpath.storefront.customer;

import org.jspecify.annotations.NullMarked;
