package dev.clickpath.cli.events;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventFileTests {

	@Test
	void readsColumnsInTheUsualOrderWithoutAHeader() throws IOException {
		assertThat(read("u1,view,p1,2026-01-31T12:00:00Z\r\n\n7,basket, 8 ,2026-01-31\n")).containsExactly(
				new EventLine(1,
						Map.of("visitor", "u1", "type", "view", "product", "p1", "at", "2026-01-31T12:00:00Z")),
				new EventLine(3,
						Map.of("visitor", "7", "type", "basket", "product", "8", "at", "2026-01-31T00:00:00Z")));
	}

	@Test
	void readsColumnsInTheOrderOfTheHeader() throws IOException {
		assertThat(
				read("\uFEFFAt,Product,\"Type\",visitor,noise,brand\n978300760,1193,view,1,x,\"Halvora, \"\"old\"\"\""))
			.containsExactly(new EventLine(2, Map.of("visitor", "1", "type", "view", "product", "1193", "at",
					"2000-12-31T22:12:40Z", "brand", "Halvora, \"old\"")));
	}

	@Test
	void tellsLinesThatHaveNotTheColumnsOrAreTooLong() throws IOException {
		List<EventLine> lines = read(
				"u,view,p,1\nu,view,p\nu,view," + "p".repeat(5_000) + ",1\nu,view,p,1,more\nu,view,p,2");
		assertThat(lines).extracting(EventLine::number).containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(lines).extracting((line) -> line.fields() != null).containsExactly(true, false, false, false, true);
	}

	@Test
	void readsWhatIsGzipped(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("events.csv.gz");
		try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(file))) {
			output.write("u,view,p,1\n".getBytes(StandardCharsets.UTF_8));
		}
		try (EventFile events = EventFile.open(file)) {
			assertThat(events.next()).isNotNull();
			assertThat(events.next()).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z", "2026-01-31T12:00:00+02:00, 2026-01-31T12:00:00+02:00",
			"2026-01-31 12:00:00, 2026-01-31T12:00:00Z", "2026-01-31T12:00:00.123, 2026-01-31T12:00:00.123Z",
			"2026-01-31, 2026-01-31T00:00:00Z", "1769860800, 2026-01-31T12:00:00Z",
			"1769860800123, 2026-01-31T12:00:00.123Z", "1769860800.5, 2026-01-31T12:00:00.500Z",
			"0, 1970-01-01T00:00:00Z", "yesterday, yesterday", "2026-13-31, 2026-13-31" })
	void readsTimesAsFilesHaveThem(String text, String said) {
		assertThat(Moment.said(text)).isEqualTo(said);
	}

	private static List<EventLine> read(String text) throws IOException {
		List<EventLine> lines = new ArrayList<>();
		try (EventFile events = new EventFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
			for (EventLine line = events.next(); line != null; line = events.next()) {
				lines.add(line);
			}
		}
		return lines;
	}

}
