package dev.clickpath.cli.bench;

/**
 * What the load tool saw.
 *
 * @param requests how many were answered
 * @param micros how long it took altogether
 * @param p50Micros half of the answers were there by then
 * @param p99Micros all but one in a hundred were there by then
 * @param wrong answers that were not 200, too short, or without what they should hold
 * @param broken connections that failed, and answers that never came
 */
public record Load(long requests, long micros, long p50Micros, long p99Micros, long wrong, long broken) {

	private static final double MICROS_A_SECOND = 1e6;

	public double requestsPerSecond() {
		return this.requests * MICROS_A_SECOND / this.micros;
	}

	public long errors() {
		return this.wrong + this.broken;
	}

}
