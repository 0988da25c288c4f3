package dev.clickpath.cli.click.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures to choose from.
 */
final class Srcset {

	/** What it begins with, without commas about it. */
	private static final Pattern CANDIDATE = Pattern.compile("[\\s,]*+(\\S*[^\\s,])");

	private Srcset() {
	}

	/** Where the first one is; empty when there is none. */
	static String first(String candidates) {
		Matcher first = CANDIDATE.matcher(candidates);
		return first.lookingAt() ? first.group(1) : "";
	}

}
