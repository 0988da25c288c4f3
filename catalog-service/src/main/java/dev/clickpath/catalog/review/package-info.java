/**
 * What customers write of products, and the stars they give.
 */
@NullMarked
package dev.clickpath.catalog.review;

import org.jspecify.annotations.NullMarked;
