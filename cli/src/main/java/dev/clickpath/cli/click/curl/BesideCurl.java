package dev.clickpath.cli.click.curl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.bench.Median;

/**
 * What two ways of measuring the same thing come to: medians of when each phase ended.
 */
public final class BesideCurl {

	private static final double NEAR = 0.1;

	private final List<Times> curl = new ArrayList<>();

	private final List<Times> click = new ArrayList<>();

	void add(Times curl, Times click) {
		this.curl.add(curl);
		this.click.add(click);
	}

	/**
	 * A phase by both.
	 *
	 * @param name as curl calls it
	 * @param curlMillis when it ended, by curl
	 * @param clickMillis when it ended, by {@code click}
	 */
	public record Phase(String name, double curlMillis, double clickMillis) {

		/** How much later it was by {@code click}, as a share of what curl says. */
		public double difference() {
			return (this.curlMillis > 0) ? (this.clickMillis - this.curlMillis) / this.curlMillis : 0;
		}

		/** Whether that is a tenth at most. */
		public boolean isWithinTenPercent() {
			return Math.abs(difference()) <= NEAR;
		}

		/**
		 * Whether they are so near that a tenth of it is less than a thread's waking up.
		 */
		public boolean isWithinTenthOfMilli() {
			return Math.abs(this.clickMillis - this.curlMillis) <= NEAR;
		}

		private String verdict() {
			return isWithinTenPercent() ? "10 %" : isWithinTenthOfMilli() ? "0.1 ms" : "neither";
		}

	}

	/** All phases that there were. */
	public List<Phase> phases() {
		Map<String, ToDoubleFunction<Times>> phases = new LinkedHashMap<>();
		phases.put("time_namelookup", Times::nameLookup);
		phases.put("time_connect", Times::connect);
		phases.put("time_appconnect", Times::appConnect);
		phases.put("time_starttransfer", Times::startTransfer);
		phases.put("time_total", Times::total);
		return phases.entrySet()
			.stream()
			.map((phase) -> new Phase(phase.getKey(), median(this.curl, phase.getValue()),
					median(this.click, phase.getValue())))
			.filter((phase) -> phase.curlMillis() > 0 || phase.clickMillis() > 0)
			.toList();
	}

	private static double median(List<Times> times, ToDoubleFunction<Times> phase) {
		return Median.of(times.stream().mapToDouble(phase).toArray());
	}

	/** For people. */
	public List<String> lines() {
		Table table = new Table(false, true, true, true, true);
		table.row("ms SINCE THE BEGINNING", "curl", "click", "DIFFERENCE", "", "WITHIN");
		for (Phase phase : phases()) {
			table.row(phase.name(), text("%.3f", phase.curlMillis()), text("%.3f", phase.clickMillis()),
					text("%+.3f", phase.clickMillis() - phase.curlMillis()), text("%+.0f %%", phase.difference() * 100),
					phase.verdict());
		}
		return table.lines();
	}

	private static String text(String format, double number) {
		return String.format(Locale.ROOT, format, number);
	}

}
