package dev.clickpath.edge.proxying;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.clickpath.edge.proxying.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

class OriginsTests {

	private final RawOrigin first = answering("first");

	private final RawOrigin second = answering("second");

	@AfterEach
	void close() {
		this.first.close();
		this.second.close();
	}

	@ParameterizedTest(name = "{0} of {1} -> {2}")
	@CsvSource({ "/, shop, usual", "/api, shop, first", "/api/x, shop, first", "/api/x?y, shop, first",
			"/api/, shop, first", "/api?y, shop, first", "/apix, shop, usual", "/api-x/y, shop, usual",
			"/api%2Fx, shop, usual", "/v1/, shop, second", "/v1/x, shop, second", "/v1, shop, usual",
			"/v1?y, shop, usual", "/ap, shop, usual", "/API, shop, usual", "/?/api, shop, usual", "/, other, second",
			"/api, other, second", "/, OTHER, second", "/, other:81, usual" })
	void theMostParticularOriginIsAsked(String target, String host, String origin) {
		try (RawOrigin usual = answering("usual");
				TestEdge edge = new TestEdge(Map.of("origin", usual.address(), "origins[0].path", "/api",
						"origins[0].addresses[0]", this.first.address(), "origins[1].host", "other",
						"origins[1].addresses[0]", this.second.address(), "origins[2].path", "/v1/",
						"origins[2].addresses[0]", this.second.address()))) {
			assertThat(edge.raw("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
				.endsWith("\r\n\r\n" + origin);
		}
	}

	@Test
	void theNextIsAskedWhenOneIsDown() {
		try (TestEdge edge = edge(RawOrigin.nobody(), this.second.address())) {
			for (int i = 0; i < 5; i++) {
				assertThat(text(edge.get("/" + i))).isEqualTo("second");
			}
		}
	}

	@Test
	void theNextIsAskedWhenOneClosesWithoutAnAnswer() {
		this.first.does((head) -> "");
		try (TestEdge edge = edge(this.first.address(), this.second.address())) {
			assertThat(text(edge.get("/a"))).isEqualTo("second");
		}
	}

	@Test
	void theFirstIsAskedWhileItAnswers() {
		try (TestEdge edge = edge(this.first.address(), this.second.address())) {
			for (int i = 0; i < 5; i++) {
				assertThat(text(edge.get("/" + i))).isEqualTo("first");
			}
			assertThat(this.second.asked()).isEmpty();
		}
	}

	/** RFC 9110, section 9.2.2: what is not idempotent may have been done already. */
	@Test
	void aPostThatGotNoAnswerIsNotRepeated() {
		this.first.does((head) -> "");
		try (TestEdge edge = edge(this.first.address(), this.second.address())) {
			assertThat(edge.send(edge.request("/a").POST(HttpRequest.BodyPublishers.ofString("x"))).statusCode())
				.isEqualTo(502);
			assertThat(edge.send(edge.request("/a").POST(HttpRequest.BodyPublishers.noBody())).statusCode())
				.isEqualTo(502);
			assertThat(this.first.asked()).hasSize(2);
			assertThat(this.second.asked()).isEmpty();
		}
	}

	@Test
	void whenAllAreDownTheClientIsTold() {
		try (TestEdge edge = edge(RawOrigin.nobody(), RawOrigin.nobody())) {
			assertThat(edge.get("/a").statusCode()).isEqualTo(502);
		}
	}

	@Test
	void whoIsNotWellIsLeftOutUntilItIsWellAgain() {
		Map<String, String> properties = new HashMap<>();
		properties.put("origins[0].addresses[0]", this.first.address());
		properties.put("origins[0].addresses[1]", this.second.address());
		properties.put("origins[0].health-path", "/health");
		properties.put("health-interval", "50ms");
		this.first.does((head) -> head.startsWith("GET /health ") ? RawOrigin.answer("503 Unavailable", "", "")
				: answer("first"));
		try (TestEdge edge = new TestEdge(properties)) {
			Awaitility.await().until(() -> text(edge.get("/a")).equals("second"));
			assertThat(text(edge.get("/b"))).isEqualTo("second");
			this.first.does((head) -> answer("first"));
			Awaitility.await().until(() -> text(edge.get("/c")).equals("first"));
			this.first.does((head) -> RawOrigin.answer("503 Unavailable", "", ""));
			this.second.does((head) -> RawOrigin.answer("503 Unavailable", "", "none is well"));
			Awaitility.await().until(() -> edge.get("/d").statusCode() == 503);
		}
	}

	@Test
	void aShieldIsAskedInsteadOfTheOriginWhileItAnswers() {
		RawOrigin shield = answering("shield");
		try (TestEdge edge = new TestEdge(Map.of("shield", shield.address(), "origin", this.first.address(),
				"origins[0].host", "other", "origins[0].addresses[0]", this.second.address()))) {
			String close = "\r\nConnection: close\r\n\r\n";
			assertThat(edge.raw("GET /a HTTP/1.1\r\nHost: shop" + close)).endsWith("shield");
			assertThat(edge.raw("GET /a HTTP/1.1\r\nHost: other" + close)).endsWith("shield");
			assertThat(shield.asked())
				.allSatisfy((head) -> assertThat(head).containsIgnoringCase("CDN-Loop: clickpath-edge\r\n"));
			shield.close();
			shield.does((head) -> "");
			assertThat(edge.raw("GET /b HTTP/1.1\r\nHost: shop" + close)).endsWith("first");
			assertThat(edge.raw("GET /b HTTP/1.1\r\nHost: other" + close)).endsWith("second");
		}
		finally {
			shield.close();
		}
	}

	private static TestEdge edge(String one, String other) {
		return new TestEdge(Map.of("origins[0].addresses[0]", one, "origins[0].addresses[1]", other));
	}

	private static RawOrigin answering(String body) {
		return new RawOrigin((head) -> answer(body));
	}

	private static String answer(String body) {
		return RawOrigin.answer("200 OK", "Cache-Control: no-store\r\n", body);
	}

}
