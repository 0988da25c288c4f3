package dev.clickpath.cli.load.accounting;

import java.util.Map;

/**
 * What came to an end within some time.
 *
 * @param second when it began, counted from the beginning of the run
 * @param requests all of them
 * @param failures those that went wrong
 * @param latencies by kind
 */
public record Interval(double second, long requests, long failures, Map<PageKind, Summary> latencies) {

	public Interval {
		latencies = Map.copyOf(latencies);
	}

	/** How long things of a kind took, even where there were none. */
	Summary of(PageKind kind) {
		return this.latencies.getOrDefault(kind, Summary.NONE);
	}

}
