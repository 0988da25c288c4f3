package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.edge.tracing.TraceProperties;
import dev.clickpath.edge.tracing.Traces;
import io.vertx.core.json.JsonObject;
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
			edge.raw("GET /c HTTP/1.2\r\nHost: a\r\n\r\n");
			edge.get("/a?b=c", "User-Agent", "b");
		}
		assertThat(Files.readAllLines(log)).containsExactly(
				"127.0.0.1 - - [01/Mar/2026:12:00:00 +0000] \"GET /a?b=c HTTP/1.1\" 200 10 \"http://shop/\" "
						+ "\"a \\x22browser\\x22\"",
				"127.0.0.1 - - [01/Mar/2026:12:00:00 +0000] \"GET /bad-request HTTP/1.0\" 400 49 \"-\" \"-\"",
				"127.0.0.1 - - [01/Mar/2026:12:00:00 +0000] \"GET /c HTTP/1.1\" 505 67 \"-\" \"-\"",
				"127.0.0.1 - - [01/Mar/2026:12:00:00 +0000] \"GET /a?b=c HTTP/1.1\" 200 10 \"-\" \"b\"");
	}

	@Test
	void writesThemInJsonWithTheTraceTheyBelongTo() throws IOException {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		Path log = this.folder.resolve("access.log");
		Traces named = Traces.of(new TraceProperties("", 1), "cdn-edge", true, Duration.ofSeconds(1));
		try (TestEdge edge = new TestEdge(Map.of("access-log", log.toString()), named, true)) {
			edge.originAnswers(new byte[10], "Cache-Control", "max-age=60");
			edge.get("/a?b=c", "User-Agent", "a \"browser\"", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
			edge.get("/b", "traceparent", "00-nonsense");
			assertThat(edge.asked().getFirst().get("traceparent")).isEqualTo("00-" + trace + "-00f067aa0ba902b7-01");
			assertThat(edge.asked().getLast().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
		}
		List<JsonObject> lines = Files.readAllLines(log).stream().map(JsonObject::new).toList();
		assertThat(lines).hasSize(2);
		assertThat(lines.getFirst().getString("traceId")).isEqualTo(trace);
		assertThat(lines.getFirst().getString("user_agent.original")).isEqualTo("a \"browser\"");
		assertThat(lines.getFirst().getInteger("http.response.status_code")).isEqualTo(200);
		assertThat(lines.getFirst().getString("cache.status")).contains("fwd=uri-miss");
		assertThat(lines.getLast().getString("traceId")).matches("[0-9a-f]{32}").isNotEqualTo(trace);
	}

	@Test
	void noClientWritesALineOfItsOwn() {
		assertThat(AccessLog.escaped("a\nb\r\\\u00e9")).isEqualTo("a\\x0ab\\x0d\\x5c\\xe9");
	}

}
