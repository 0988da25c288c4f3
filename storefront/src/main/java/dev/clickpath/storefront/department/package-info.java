/**
 * The pages of the departments and their categories.
 */
@NullMarked
package dev.clickpath.storefront.department;

import org.jspecify.annotations.NullMarked;
