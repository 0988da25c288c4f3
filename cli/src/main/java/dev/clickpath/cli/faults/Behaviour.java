package dev.clickpath.cli.faults;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a stand-in for a storefront answers.
 *
 * @param delayMillis how long it takes over each page
 * @param percentUnavailable how many of a hundred pages it answers 503
 * @param listening whether it takes connections for pages at all
 */
record Behaviour(int delayMillis, int percentUnavailable, boolean listening) {

	static final Behaviour GOOD = new Behaviour(0, 0, true);

	private static final Pattern TEXT = Pattern
		.compile("delay=(\\d{1,6}) unavailable=(\\d{1,3}) listening=(true|false)");

	/**
	 * Reads what {@link #toString()} wrote.
	 */
	static Behaviour parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Not a behaviour: " + text);
		}
		return new Behaviour(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
				Boolean.parseBoolean(matcher.group(3)));
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "delay=%d unavailable=%d listening=%s", this.delayMillis,
				this.percentUnavailable, this.listening);
	}

}
