/**
 * Why a visitor is shown something, and what they do not want to be shown.
 */
@NullMarked
package dev.clickpath.storefront.interest;

import org.jspecify.annotations.NullMarked;
