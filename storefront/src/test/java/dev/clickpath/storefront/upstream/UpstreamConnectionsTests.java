package dev.clickpath.storefront.upstream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of connections that a service leaves behind when it is started again.
 */
class UpstreamConnectionsTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

	private final AtomicInteger requests = new AtomicInteger();

	private ServerSocket server;

	private RestClient client;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.client = RestClient.builder()
			.baseUrl("http://127.0.0.1:" + this.server.getLocalPort())
			.requestFactory(new UpstreamConfiguration().upstreamConnections().build())
			.build();
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void aQuestionOnADeadConnectionIsAskedAgain() {
		answer((request) -> (request == 2) ? null : OK);
		assertThat(get()).isEqualTo("ok");
		assertThat(get()).isEqualTo("ok");
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void aQuestionThatIsNeverAnsweredIsAskedTwiceAtTheMost() {
		answer((request) -> null);
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(this::get);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void whatMustNotBeRepeatedIsSentOnce() {
		answer((request) -> (request == 2) ? null : OK);
		assertThat(get()).isEqualTo("ok");
		assertThatExceptionOfType(ResourceAccessException.class)
			.isThrownBy(() -> this.client.post().uri("/").body("events").retrieve().toBodilessEntity());
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void aServiceThatAsksToComeBackLaterIsTakenAtItsWord() {
		answer((request) -> "HTTP/1.1 503 Not ready\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
		assertThatExceptionOfType(HttpServerErrorException.ServiceUnavailable.class).isThrownBy(this::get);
		assertThat(this.requests).hasValue(1);
	}

	private @Nullable String get() {
		return this.client.get().uri("/").retrieve().body(String.class);
	}

	/**
	 * Answers each request, counted from 1, or ends its connection where there is no
	 * answer.
	 */
	private void answer(IntFunction<@Nullable String> answers) {
		Thread.ofVirtual().start(() -> {
			while (!this.server.isClosed()) {
				try {
					Socket connection = this.server.accept();
					Thread.ofVirtual().start(() -> serve(connection, answers));
				}
				catch (IOException ex) {
					// The test is over.
				}
			}
		});
	}

	private void serve(Socket connection, IntFunction<@Nullable String> answers) {
		try (connection;
				BufferedReader reader = new BufferedReader(
						new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
			while (reader.readLine() != null) {
				for (String line = reader.readLine(); line != null && !line.isEmpty();) {
					line = reader.readLine();
				}
				String answer = answers.apply(this.requests.incrementAndGet());
				if (answer == null) {
					return;
				}
				connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
			}
		}
		catch (IOException ex) {
			// The client has gone.
		}
	}

}
