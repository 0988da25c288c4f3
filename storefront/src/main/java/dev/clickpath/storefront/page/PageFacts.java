package dev.clickpath.storefront.page;

import java.util.List;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.language.Words;

import org.springframework.web.util.HtmlUtils;

/**
 * What was measured while this very page was made, read when the page is nearly written.
 *
 * @param place where it was made
 * @param timing the request's measured steps, still growing
 * @param parts the parts of the page, timed while they are written
 * @param start when the page was begun, of {@link System#nanoTime()}
 * @param words how the page writes numbers
 */
public record PageFacts(Place place, ServerTiming timing, PageParts parts, long start, Words words) {

	/**
	 * The storefront that made the page and where it stands.
	 */
	public record Place(String instance, String zone) {
	}

	/**
	 * A measured step.
	 *
	 * @param name which: {@code catalog}, {@code recommendation.db}
	 * @param time how long: {@code 1.8 ms}
	 */
	public record Step(String name, String time) {
	}

	/**
	 * The steps that have ended, in the order they ended.
	 */
	public List<Step> steps() {
		return this.timing.entries()
			.stream()
			.filter((entry) -> entry.duration() >= 0)
			.map((entry) -> new Step(entry.name(), milliseconds(entry.duration())))
			.toList();
	}

	/**
	 * The same as the entries of a {@code dl}: they are other ones on each page, too many
	 * to be drawn by a template each time.
	 */
	public String stepsMarkup() {
		StringBuilder markup = new StringBuilder();
		for (Step step : steps()) {
			markup.append("<dt>")
				.append(HtmlUtils.htmlEscape(step.name()))
				.append("</dt><dd>")
				.append(step.time())
				.append("</dd>");
		}
		return markup.toString();
	}

	/**
	 * The time since the page was begun.
	 */
	public String elapsed() {
		return milliseconds(System.nanoTime() - this.start);
	}

	/**
	 * All steps so far as data for scripts, where some ended too late for the header;
	 * else nothing.
	 */
	public String lateSteps() {
		if (!this.timing.isTold()) {
			return "";
		}
		this.parts.tellKept();
		return LateSteps.markup(this.timing.entries());
	}

	private String milliseconds(long nanos) {
		return this.words.decimal(nanos / 1e6) + "\u00a0ms";
	}

}
