/**
 * The recommender itself: learns from interactions which products belong together, and
 * answers from memory; knows neither HTTP nor database.
 */
@NullMarked
package dev.clickpath.recommendation.model;

import org.jspecify.annotations.NullMarked;
