package dev.clickpath.cli.load.accounting;

/**
 * How long things of one kind took, in milliseconds; zero where there are none.
 *
 * @param count how many
 * @param p50 half of them took at most that
 * @param p95 95 of 100
 * @param p99 99 of 100
 * @param max the slowest
 */
public record Summary(long count, double p50, double p95, double p99, double max) {

	static final Summary NONE = new Summary(0, 0, 0, 0, 0);

}
