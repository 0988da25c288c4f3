package dev.clickpath.cli.faults.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.faults.feed.Visits.Visit;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to the catalogue, and what people saw of it.
 *
 * @param what was done
 * @param rows of the feed
 * @param seconds how long it took
 * @param visits the pages that people asked for meanwhile
 * @param mayBeGone whether the shop's first products go or have gone, so that a page that
 * was linked to before may be about one of them
 * @param wrong what is not as it should be
 */
record Step(String what, int rows, double seconds, List<Visit> visits, boolean mayBeGone, List<String> wrong) {

	private static final int EXAMPLES = 5;

	boolean isOk() {
		return this.wrong.isEmpty() && failures() == 0;
	}

	private long failures() {
		return this.visits.stream().filter((visit) -> visit.failure() != null || isMissed(visit)).count();
	}

	/** The feed's own products never go. */
	private boolean isMissed(Visit visit) {
		return visit.missing() != null
				&& (!this.mayBeGone || visit.missing().startsWith("/products/" + GeneratedFeed.PREFIX));
	}

	private String millis(int percent) {
		long[] sorted = this.visits.stream().mapToLong(Visit::nanos).sorted().toArray();
		return (sorted.length == 0) ? "-" : String.format(Locale.UK, "%,.0f",
				sorted[(int) Math.min(sorted.length - 1, (long) sorted.length * percent / 100)] / 1e6);
	}

	/**
	 * The steps as a person reads them.
	 */
	static List<String> lines(List<Step> steps) {
		Table table = new Table(false, true, true, true, true, true, true, true, true);
		table.row("WHAT HAPPENS", "ROWS", "SECONDS", "ROWS/S", "PAGES", "FAILURES", "GONE", "P50 MS", "P99 MS", "");
		for (Step step : steps) {
			table.row(step.what, String.format(Locale.UK, "%,d", step.rows),
					String.format(Locale.UK, "%.1f", step.seconds),
					String.format(Locale.UK, "%,.0f", step.rows / step.seconds),
					String.format(Locale.UK, "%,d", step.visits.size()),
					String.format(Locale.UK, "%,d", step.failures()),
					String.format(Locale.UK, "%,d",
							step.visits.stream().filter((visit) -> visit.missing() != null).count()),
					step.millis(50), step.millis(99), step.isOk() ? "ok" : "FAILED");
		}
		List<String> lines = new ArrayList<>(table.lines());
		for (Step step : steps) {
			step.wrong.forEach((wrong) -> lines.add(step.what + ": " + wrong));
			step.visits.stream()
				.flatMap((visit) -> Stream.ofNullable(step.problem(visit)))
				.distinct()
				.limit(EXAMPLES)
				.forEach((problem) -> lines.add(step.what + ": " + problem));
		}
		return lines;
	}

	private @Nullable String problem(Visit visit) {
		return isMissed(visit) ? visit.missing() + " was not there" : visit.failure();
	}

}
