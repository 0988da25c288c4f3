package dev.clickpath.cli.load.accounting;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What was measured.
 *
 * @param seconds how long it took, to the last answer
 * @param width of an interval, in seconds
 * @param visits how many came
 * @param outside how many more came, and found no room in the shop until it was over
 * @param mostAbout how many were about the shop at the same time, at most
 * @param pages that were answered rightly: whatever a person waits for as for a page,
 * forms included
 * @param again how often something was asked again, since the connection had been closed
 * @param leftOut pages that had left out, for want of time, what would have led on; such
 * a page is no failure
 * @param latencies by kind, from when things should have been asked for, with those that
 * were waited for in vain; those in the order of {@link PageKind} that there were
 * @param waited how long after they should have pages were asked for
 * @param failures by kind of failure, with how often
 * @param examples of failures, in words
 * @param instances pages by the storefront that made them
 * @param orders what became of the orders, with how often
 * @param edge what the edge did
 * @param intervals one after the other
 */
public record Outcome(double seconds, double width, long visits, long outside, long mostAbout, long pages, long again,
		long leftOut, SequencedMap<PageKind, Summary> latencies, Summary waited, SequencedMap<Failure, Long> failures,
		List<String> examples, SequencedMap<String, Long> instances, SequencedMap<String, Long> orders,
		EdgeFigures edge, List<Interval> intervals) {

	public Outcome {
		examples = List.copyOf(examples);
		intervals = List.copyOf(intervals);
	}

	/** How long things of a kind took, even where there were none. */
	public Summary of(PageKind kind) {
		return this.latencies.getOrDefault(kind, Summary.NONE);
	}

	public long failed() {
		return this.failures.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Everything that was asked for, right or wrong. */
	public long requests() {
		return this.intervals.stream().mapToLong(Interval::requests).sum();
	}

	public double pagesPerSecond() {
		return this.pages / this.seconds;
	}

	public double requestsPerSecond() {
		return requests() / this.seconds;
	}

	/** Orders that were confirmed. */
	public long bought() {
		return this.orders.getOrDefault("confirmed", 0L);
	}

}
