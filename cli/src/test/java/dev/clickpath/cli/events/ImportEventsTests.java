package dev.clickpath.cli.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ImportEventsTests {

	@TempDir
	private Path folder;

	@Test
	void tellsTheEventsOfAFileAndSkipsItsBadLines() throws IOException {
		Path file = Files.writeString(this.folder.resolve("events.csv"),
				"u1,view,p1,2026-01-31T12:00:00Z\nu1,view\nu2,basket,p2,2026-01-31\n");
		try (StandInRecommendations service = new StandInRecommendations()) {
			assertThat(new CommandLine(new ImportEvents()).execute("--url=" + service.address(), file.toString()))
				.isZero();
			assertThat(service.bodies()).singleElement().asString().isEqualTo("""
					{"visitor":"u1","type":"view","product":"p1","at":"2026-01-31T12:00:00Z"}
					{"visitor":"u2","type":"basket","product":"p2","at":"2026-01-31T00:00:00Z"}
					""");
		}
	}

}
