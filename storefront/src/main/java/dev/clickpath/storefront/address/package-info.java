/**
 * Where parcels go: addresses, and what is asked of one in each country.
 */
@NullMarked
package dev.clickpath.storefront.address;

import org.jspecify.annotations.NullMarked;
