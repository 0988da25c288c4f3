package dev.clickpath.recommendation.evaluation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.recommendation.events.EventLines;
import dev.clickpath.recommendation.model.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ToldEventsTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final ToldEvents told = new ToldEvents();

	@Test
	void takesWhatMeetsAProduct() throws IOException {
		assertThat(read("""
				{"visitor":"anna","type":"view","product":"a/b","at":"2026-03-01T12:00:00Z"}

				{"visitor":"anna","type":"search","product":"a/b","query":"kettle","at":"2026-03-01T12:00:00Z"}
				{"visitor":"ben","type":"purchase","product":"cup","at":"1970-01-01T00:16:40Z"}
				""")).containsExactly(new Event("anna", Kind.VIEW, "a/b", NOW),
				new Event("ben", Kind.PURCHASE, "cup", Instant.ofEpochSecond(1000)));
		assertThat(this.told.complaints()).isEmpty();
	}

	@Test
	void tellsTheNumbersOfBadLinesAndReadsTheRest() throws IOException {
		assertThat(read("""
				{"visitor":"anna","type":"looks","product":"kettle","at":"2026-03-01T12:00:00Z"}

				{"visitor":"anna","type":"view","product":"kettle","at":"+1000000000-12-31T23:59:59Z"}
				nonsense
				{"visitor":"anna","type":"view","product":"kettle","at":"2026-03-01T12:00:00Z"}
				""")).hasSize(1);
		assertThat(this.told.complaints()).containsExactly(
				"Line 1 is left out: the field type must be view, basket, purchase or search.",
				"Line 3 is left out: the field at must not be in the future.",
				"Line 4 is left out: it must be valid JSON.");
	}

	@Test
	void complainsOnlySoMuch() throws IOException {
		assertThat(read("nonsense\n".repeat(101))).isEmpty();
		assertThat(this.told.complaints()).hasSize(21).endsWith("And 81 more lines are left out.");
	}

	private List<Event> read(String lines) throws IOException {
		List<Event> events = new ArrayList<>();
		this.told.read(new EventLines(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
				JsonMapper.shared(), NOW), events::add);
		return events;
	}

}
