/**
 * Brings the database up to date before anything else is done with it.
 */
@NullMarked
package dev.clickpath.recommendation.migration;

import org.jspecify.annotations.NullMarked;
