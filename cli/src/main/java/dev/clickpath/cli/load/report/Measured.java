package dev.clickpath.cli.load.report;

import java.time.Duration;
import java.time.Instant;

import dev.clickpath.cli.load.accounting.Outcome;

/**
 * A run, and what came of it.
 *
 * @param gateway whom pages were asked of
 * @param edge whom assets were asked of
 * @param began when
 * @param planned how long shoppers were to come
 * @param users how many should be about the shop at a time, on average
 * @param rate how many came a second
 * @param think how long they think before a page, on average
 * @param seed of all choices
 */
public record Measured(String gateway, String edge, Instant began, Duration planned, double users, double rate,
		Duration think, long seed, Outcome outcome) {

}
