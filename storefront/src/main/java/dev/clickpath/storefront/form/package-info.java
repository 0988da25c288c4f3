/**
 * What stands in the fields of forms, and what is wrong with it.
 */
@NullMarked
package dev.clickpath.storefront.form;

import org.jspecify.annotations.NullMarked;
