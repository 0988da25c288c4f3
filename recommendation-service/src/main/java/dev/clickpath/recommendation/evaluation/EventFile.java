package dev.clickpath.recommendation.evaluation;

import java.io.InputStreamReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a file of events line by line. A line that is none is told by its number and left
 * out.
 */
final class EventFile {

	private static final String HEADER = "visitor,type,product,at";

	/** More would not fit into the memory that the evaluation is given. */
	static final int MOST = 2_000_000;

	private static final int LONGEST = 1_000;

	private static final int TOLD = 20;

	private final List<String> complaints = new ArrayList<>();

	private int bad;

	/**
	 * @throws IOException when it cannot be read, or holds more than can be evaluated
	 */
	void read(Path file, Consumer<Event> consumer) throws IOException {
		int events = 0;
		// What is no UTF-8 is a bad line, not the end of all.
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
			BoundedLines lines = new BoundedLines(reader, LONGEST);
			String line = lines.next();
			for (int number = 1; line != null; number++, line = lines.next()) {
				if (!line.isBlank() && !(number == 1 && isHeader(line))) {
					events += take(line, number, consumer) ? 1 : 0;
				}
				if (events > MOST) {
					throw new IOException("it holds more than %,d events".formatted(MOST));
				}
			}
		}
	}

	private static boolean isHeader(String line) {
		return line.replace(" ", "").replace("\uFEFF", "").equalsIgnoreCase(HEADER);
	}

	private boolean take(String line, int number, Consumer<Event> consumer) {
		try {
			if (line.length() > LONGEST) {
				throw new IllegalArgumentException("is longer than %,d characters".formatted(LONGEST));
			}
			consumer.accept(Event.of(line));
			return true;
		}
		catch (IllegalArgumentException ex) {
			this.bad++;
			if (this.bad <= TOLD) {
				this.complaints.add("Line %d %s; it is left out.".formatted(number, ex.getMessage()));
			}
			return false;
		}
	}

	/**
	 * What is wrong with the first bad lines, and how many more there are.
	 */
	List<String> complaints() {
		List<String> all = new ArrayList<>(this.complaints);
		if (this.bad > TOLD) {
			all.add("And %,d more lines are left out.".formatted(this.bad - TOLD));
		}
		return all;
	}

}
