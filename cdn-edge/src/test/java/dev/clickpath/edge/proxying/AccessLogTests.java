package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AccessLogTests {

	@TempDir
	private Path folder;

	@Test
	void writesALineForEachAnswerInCombinedFormat() throws IOException {
		Path log = this.folder.resolve("access.log");
		try (TestEdge edge = new TestEdge(Map.of("access-log", log.toString()))) {
			edge.originAnswers(new byte[10], "Cache-Control", "max-age=60");
			edge.get("/a?b=c", "Referer", "http://shop/", "User-Agent", "a \"browser\"");
			edge.raw("GARBAGE\r\n\r\n");
			edge.get("/a?b=c", "User-Agent", "b");
		}
		assertThat(Files.readAllLines(log)).containsExactly(
				"127.0.0.1 - - [01/Mar/2026:12:00:00 +0000] \"GET /a?b=c HTTP/1.1\" 200 10 \"http://shop/\" "
						+ "\"a \\x22browser\\x22\"",
				"127.0.0.1 - - [01/Mar/2026:12:00:00 +0000] \"GET /a?b=c HTTP/1.1\" 200 10 \"-\" \"b\"");
	}

	@Test
	void noClientWritesALineOfItsOwn() {
		assertThat(AccessLog.escaped("a\nb\r\\\u00e9")).isEqualTo("a\\x0ab\\x0d\\x5c\\xe9");
	}

}
