/**
 * Learns from whole sequences which products belong together: counts pairs, fits a linear
 * model, and finds by cross-validation how much each is worth; knows neither HTTP nor
 * database.
 */
@NullMarked
package dev.clickpath.recommendation.training;

import org.jspecify.annotations.NullMarked;
