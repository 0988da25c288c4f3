package dev.clickpath.cli.events;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.clickpath.cli.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a file of events as the lines of JSON that the shop would be told, each with the
 * number that it has in the file: where there is no event, a line is empty.
 */
public final class EventTranslation {

	private final Path file;

	private final Report report = new Report(System.err);

	public EventTranslation(Path file) {
		this.file = file;
	}

	/**
	 * Says which lines are no events.
	 * @throws IOException when it cannot be written any further
	 * @throws Problem when the file cannot be read to its end
	 */
	public void write(OutputStream output) throws IOException {
		try (EventFile events = open();
				BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
			long number = 1;
			for (EventLine line = next(events); line != null; line = next(events)) {
				for (; number < line.number(); number++) {
					writer.write('\n');
				}
				if (line.fields() != null) {
					writer.write(JsonMapper.shared().writeValueAsString(line.fields()));
				}
				else {
					this.report.bad(line.number(), EventLine.NO_EVENT);
				}
			}
		}
	}

	private EventFile open() {
		try {
			return EventFile.open(this.file);
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private @Nullable EventLine next(EventFile events) {
		try {
			return events.next();
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private Problem unreadable(IOException cause) {
		return new Problem("%s cannot be read to its end; take one that is whole.".formatted(this.file), cause);
	}

}
