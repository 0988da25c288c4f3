package dev.clickpath.edge.proxying;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.clickpath.edge.proxying.Answers.octets;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * RFC 9110, section 7.6.2.
 */
class MaxForwardsTests {

	private final TestEdge edge = new TestEdge();

	@BeforeEach
	void anOriginThatAnswersEverything() {
		this.edge.originAnswers(octets("origin"));
	}

	@AfterEach
	void close() {
		this.edge.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPTIONS /a", "OPTIONS *" })
	void theEdgeSaysWhatIsAllowedWhereItIsTheLast(String line) {
		assertThat(ask(line, "Max-Forwards: 0\r\n")).startsWith("HTTP/1.1 204 ")
			.containsIgnoringCase("\r\nAllow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n")
			.containsIgnoringCase("\r\nCache-Status: clickpath-edge; detail=max-forwards\r\n")
			.doesNotContainIgnoringCase("Content-Length")
			.endsWith("\r\n\r\n");
		assertThat(this.edge.asked()).isEmpty();
	}

	@Test
	void theEdgeTellsNobodyWhatItWasAsked() {
		assertThat(ask("TRACE /a", "Max-Forwards: 00\r\nCookie: secret\r\n")).startsWith("HTTP/1.1 405 ")
			.containsIgnoringCase("\r\nAllow: ")
			.contains("\"status\":405")
			.doesNotContain("secret");
		assertThat(this.edge.asked()).isEmpty();
	}

	@ParameterizedTest(name = "{0}, {1} -> {2}")
	@CsvSource({ "OPTIONS, 1, 0", "OPTIONS, 10, 9", "TRACE, 2, 1", "TRACE, 010, 9",
			"OPTIONS, 99999999999999999999999999, 2147483647" })
	void itIsOneLessForTheNext(String method, String value, String forwarded) {
		assertThat(ask(method + " /a", "Max-Forwards: " + value + "\r\n")).startsWith("HTTP/1.1 200 ");
		assertThat(this.edge.asked()).hasSize(1)
			.allSatisfy((fields) -> assertThat(fields.getAll("Max-Forwards")).containsExactly(forwarded));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /a", "HEAD /a", "DELETE /a" })
	void otherMethodsGoAsFarAsTheyLike(String line) {
		assertThat(ask(line, "Max-Forwards: 0\r\n")).startsWith("HTTP/1.1 200 ");
		assertThat(this.edge.asked()).hasSize(1)
			.allSatisfy((fields) -> assertThat(fields.get("Max-Forwards")).isEqualTo("0"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "0x0", "0, 0", "\u0660", "", "0\r\nMax-Forwards: 0" })
	void whatIsNoNumberDoesNotCount(String value) {
		assertThat(ask("OPTIONS /a", "Max-Forwards: " + value + "\r\n")).startsWith("HTTP/1.1 200 ");
		assertThat(this.edge.asked()).hasSize(1);
	}

	@Test
	void aBodyThatNobodyWantsIsNoNextRequest() {
		String body = "GET /b HTTP/1.1\r\nHost: shop\r\n\r\n";
		String answers = this.edge.raw("OPTIONS /a HTTP/1.1\r\nHost: shop\r\nMax-Forwards: 0\r\nContent-Length: "
				+ body.length() + "\r\n\r\n" + body + "GET /c HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");
		assertThat(answers).startsWith("HTTP/1.1 204 ").endsWith("\r\n\r\norigin");
		assertThat(this.edge.asked()).extracting((fields) -> fields.get(":path")).containsExactly("/c");
	}

	private String ask(String line, String fields) {
		return this.edge.raw(line + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n" + fields + "\r\n");
	}

}
