package dev.clickpath.recommendation.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.clickpath.recommendation.events.BadRow;
import dev.clickpath.recommendation.events.BadRowException;
import dev.clickpath.recommendation.events.EventLines;

/**
 * Takes events line by line, by the same rules as the shop. A line that is none is told
 * by its number and left out.
 */
final class ToldEvents {

	/** More would not fit into the memory that the evaluation is given. */
	static final int MOST = 2_000_000;

	private static final int TOLD = 20;

	private final List<String> complaints = new ArrayList<>();

	private int taken;

	private int bad;

	/**
	 * @throws IOException when they cannot be read, or are more than can be evaluated
	 */
	void read(EventLines lines, Consumer<Event> consumer) throws IOException {
		while (lines.advance()) {
			try {
				Event event = Event.of(lines.event());
				if (event != null) {
					consumer.accept(event);
					this.taken++;
				}
			}
			catch (BadRowException ex) {
				complain(ex.row());
			}
			if (this.taken > MOST) {
				throw new IOException("there are more than %,d of them".formatted(MOST));
			}
		}
	}

	private void complain(BadRow row) {
		this.bad++;
		if (this.bad <= TOLD) {
			this.complaints.add("Line %d is left out: %s.".formatted(row.row(), row.fault()));
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
