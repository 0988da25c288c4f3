/**
 * How often something may be tried: passwords, above all. The counts are in the database,
 * so that they hold for all storefronts together.
 */
@NullMarked
package dev.clickpath.storefront.attempts;

import org.jspecify.annotations.NullMarked;
