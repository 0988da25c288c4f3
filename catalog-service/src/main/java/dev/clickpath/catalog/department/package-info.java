/**
 * The departments and categories, as the shop's shelves are laid out.
 */
@NullMarked
package dev.clickpath.catalog.department;

import org.jspecify.annotations.NullMarked;
