package dev.clickpath.cli.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventTranslationTests {

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	@Test
	void writesEachEventInTheLineThatItHasInTheFile() throws IOException {
		String text = "product,at,visitor,type,noise\n\np1,1769860800123,\"u,1\",view,x\np1,0\np2,0,u2,search,\n";
		new EventTranslation(Files.writeString(this.folder.resolve("events.csv"), text)).write(this.written);
		assertThat(this.written.toString(StandardCharsets.UTF_8)).isEqualTo("""


				{"product":"p1","at":"2026-01-31T12:00:00.123Z","visitor":"u,1","type":"view"}

				{"product":"p2","at":"1970-01-01T00:00:00Z","visitor":"u2","type":"search"}""");
	}

	@Test
	void saysThatAFileIsNotWhole() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream output = new GZIPOutputStream(packed)) {
			output.write("u,view,p,1\n".repeat(100).getBytes(StandardCharsets.UTF_8));
		}
		Path half = Files.write(this.folder.resolve("events.gz"),
				Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new EventTranslation(half).write(this.written))
			.withMessageContaining("events.gz cannot be read to its end");
	}

}
