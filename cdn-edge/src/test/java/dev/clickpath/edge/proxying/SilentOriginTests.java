package dev.clickpath.edge.proxying;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SilentOriginTests {

	private static final int LENGTH = 500_000;

	@ParameterizedTest(name = "{0}, {1} octets, chunked {2}")
	@CsvSource({ "max-age=60, 50000, false", "max-age=60, 50000, true", "no-store, 50000, false",
			"no-store, 50000, true", "max-age=60, 3, false" })
	void anOriginThatFallsSilentInTheMiddleOfItsAnswerIsNotWaitedForForEver(String cacheControl, int sent,
			boolean chunked) {
		try (TestEdge edge = new TestEdge(Map.of("read-timeout", "200ms"))) {
			edge.originDoes((request) -> {
				request.response().putHeader("Cache-Control", cacheControl).setChunked(chunked);
				if (!chunked) {
					request.response().putHeader("Content-Length", String.valueOf(LENGTH));
				}
				request.response().write("x".repeat(sent));
			});
			String answer = edge.raw("GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
			assertThat(answer).matches((text) -> text.startsWith("HTTP/1.1 50")
					|| (text.length() < LENGTH && !text.endsWith("0\r\n\r\n")));
			Awaitility.await().until(() -> edge.gauge("edge.store.body.bytes") == 0);
			edge.originDoes((request) -> request.response().end("well"));
			assertThat(edge.raw("GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).endsWith("\r\n\r\nwell");
		}
	}

}
