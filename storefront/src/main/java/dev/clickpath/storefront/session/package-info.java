/**
 * Browsers that are signed in. Sessions are in the database: any storefront knows them,
 * and they outlive all.
 */
@NullMarked
package dev.clickpath.storefront.session;

import org.jspecify.annotations.NullMarked;
