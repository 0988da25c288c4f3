package dev.clickpath.recommendation.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.recommendation.model.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EventFileTests {

	@TempDir
	private Path folder;

	private final EventFile file = new EventFile();

	@Test
	void readsLinesWithAndWithoutAHeader() throws IOException {
		String line = "anna,view,kettle,2026-03-01T12:00:00Z\n";
		Event event = new Event("anna", Kind.VIEW, "kettle", Instant.parse("2026-03-01T12:00:00Z"));
		assertThat(read("visitor,type,product,at\r\n" + line)).containsExactly(event);
		assertThat(read(line + "\n ben , Purchase , cup , 1000\n")).containsExactly(event,
				new Event("ben", Kind.PURCHASE, "cup", Instant.ofEpochSecond(1000)));
		assertThat(this.file.complaints()).isEmpty();
	}

	@Test
	void tellsTheNumbersOfBadLinesAndReadsTheRest() throws IOException {
		assertThat(read("""
				visitor,type,product,at
				anna,view,kettle
				anna,looks,kettle,1
				anna,view,,1
				anna,view,kettle,yesterday
				anna,view,kettle,99999999999999999999
				anna,view,kettle,1
				""")).hasSize(1);
		assertThat(this.file.complaints()).containsExactly(
				"Line 2 has 3 fields, not visitor,type,product,at; it is left out.",
				"Line 3 needs the type view, basket or purchase; it is left out.",
				"Line 4 needs a product of 1 to 64 characters; it is left out.",
				"Line 5 needs a time like 2026-03-01T12:00:00Z or the seconds since 1970; it is left out.",
				"Line 6 needs a time like 2026-03-01T12:00:00Z or the seconds since 1970; it is left out.");
	}

	@Test
	void keepsNeitherEndlessLinesNorEndlessComplaints() throws IOException {
		assertThat(read("x".repeat(3_000_000) + "\n" + "nonsense\n".repeat(100))).isEmpty();
		assertThat(this.file.complaints()).hasSize(21)
			.startsWith("Line 1 is longer than 1,000 characters; it is left out.")
			.endsWith("And 81 more lines are left out.");
	}

	private List<Event> read(String text) throws IOException {
		Path path = Files.writeString(this.folder.resolve("events.csv"), text, StandardCharsets.UTF_8);
		List<Event> events = new ArrayList<>();
		this.file.read(path, events::add);
		return events;
	}

}
