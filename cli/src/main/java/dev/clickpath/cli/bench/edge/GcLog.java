package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pauses a JVM has told of in its log.
 *
 * @param pauses how many
 * @param longestMillis the longest of all
 * @param fullPauses how many of them were of a full collection
 * @param longestFullMillis the longest of those
 * @param totalMillis all together
 */
record GcLog(int pauses, double longestMillis, int fullPauses, double longestFullMillis, double totalMillis) {

	private static final Pattern PAUSE = Pattern.compile("GC\\(\\d+\\) (?:[YyO]: )?Pause (\\w+) .* ([0-9.]+)ms$");

	/**
	 * The JVM's options for such a log. Phases are told of for ZGC, which has no others.
	 */
	static String option(Path file) {
		return "-Xlog:gc,gc+phases:file=" + file;
	}

	static GcLog parse(Collection<String> lines) {
		GcLog log = new GcLog(0, 0, 0, 0, 0);
		for (String line : lines) {
			Matcher pause = PAUSE.matcher(line);
			if (pause.find()) {
				log = log.and(pause.group(1).equals("Full"), Double.parseDouble(pause.group(2)));
			}
		}
		return log;
	}

	private GcLog and(boolean full, double millis) {
		return new GcLog(this.pauses + 1, Math.max(this.longestMillis, millis), this.fullPauses + (full ? 1 : 0),
				full ? Math.max(this.longestFullMillis, millis) : this.longestFullMillis, this.totalMillis + millis);
	}

}
