package dev.clickpath.cli.recommendations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.Table;

/**
 * How fast the recommendations are.
 *
 * @param eventsPerSecond how many events were taken in a second, a thousand at once
 * @param search how many seconds the last search for a recipe took
 * @param training how many seconds the last training took, with a search if it needed one
 * @param alone answers, one at a time
 * @param together the same over several connections
 * @param resident the memory of the service's process after all that, in KiB
 */
record SpeedReport(int events, int products, double eventsPerSecond, double search, double training, Answers alone,
		Answers together, long resident) {

	List<String> lines() {
		Table times = new Table(false, true, true);
		times.row("%,d events, %,d products".formatted(this.events, this.products), "p50", "p99");
		times.row("recommendations, in the model", millis(this.alone.modelP50()), millis(this.alone.modelP99()));
		times.row("recommendations, at the client", millis(this.alone.p50()), millis(this.alone.p99()));
		times.row("the same over several connections", millis(this.together.p50()), millis(this.together.p99()));
		Table rates = new Table(false, true);
		rates.row("events taken in", "%,.0f/s".formatted(this.eventsPerSecond));
		rates.row("cross-validation", seconds(this.search));
		rates.row("last training", seconds(this.training));
		rates.row("answers over several connections", "%,.0f/s".formatted(this.together.perSecond()));
		rates.row("memory of the service", "%,d MiB".formatted(this.resident / 1024));
		List<String> lines = new ArrayList<>(times.lines());
		lines.add("");
		lines.addAll(rates.lines());
		return lines;
	}

	private static String millis(double millis) {
		return String.format(Locale.ROOT, "%.2f ms", millis);
	}

	private static String seconds(double seconds) {
		return String.format(Locale.ROOT, "%.1f s", seconds);
	}

}
