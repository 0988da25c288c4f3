/**
 * Amounts of money: reckoned in minor units, changed from one currency into another, and
 * written as each language writes them.
 */
@NullMarked
package dev.clickpath.storefront.money;

import org.jspecify.annotations.NullMarked;
