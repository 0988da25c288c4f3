package dev.clickpath.gateway.listening;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTests {

	private final Locale usual = Locale.getDefault();

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(this.usual);
	}

	@Test
	void answersInTheDigitsOfHttpOnEveryMachine() {
		Locale.setDefault(Locale.of("fa", "IR"));
		ByteBuf answer = Refusal.badRequest("No").answer();
		assertThat(answer.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 400 Bad Request\r\n")
			.contains("\r\nContent-Length: 27\r\n")
			.endsWith("\r\n\r\n{\"title\":\"No\",\"status\":400}");
		answer.release();
	}

	@Test
	void saysWhichMethodsThereAreToWhoTakesAnother() {
		ByteBuf answer = new Refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, "No").answer();
		assertThat(answer.toString(StandardCharsets.US_ASCII)).contains("\r\nAllow: GET, HEAD, ")
			.endsWith("\r\n\r\n{\"title\":\"No\",\"status\":405}");
		answer.release();
	}

}
