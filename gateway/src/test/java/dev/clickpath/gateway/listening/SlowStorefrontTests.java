package dev.clickpath.gateway.listening;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.clickpath.gateway.testing.TestIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A storefront that takes its time with a body, which is not its client's fault.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.tls.port=0", "clickpath.gateway.listening.max-request-body=100MB",
				"clickpath.gateway.listening.read-timeout=300ms", "clickpath.gateway.listening.body-timeout=4s" })
class SlowStorefrontTests {

	private static final Duration LONGER_THAN_A_CLIENT_MAY_TAKE = Duration.ofSeconds(5);

	/** More than lies in the buffers on its way. */
	private static final int LENGTH = 30_000_000;

	private static final TestIdentity identity = new TestIdentity();

	private static final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private static final ServerSocket storefront = listen();

	private static volatile CompletableFuture<Void> ready = new CompletableFuture<>();

	private static volatile CompletableFuture<Void> asked = new CompletableFuture<>();

	@Autowired
	private SecureListener listener;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", () -> "http://127.0.0.1:" + storefront.getLocalPort());
		registry.add("clickpath.gateway.tls.certificate", () -> identity.certificate().toString());
		registry.add("clickpath.gateway.tls.private-key", () -> identity.privateKey().toString());
	}

	private static ServerSocket listen() {
		try {
			ServerSocket socket = new ServerSocket();
			socket.setReceiveBufferSize(16_384);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			return socket;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@BeforeAll
	static void open() {
		threads.execute(() -> {
			while (!storefront.isClosed()) {
				try {
					Socket connection = storefront.accept();
					threads.execute(() -> answer(connection));
				}
				catch (IOException ex) {
					return;
				}
			}
		});
	}

	@AfterAll
	static void stop() throws IOException {
		storefront.close();
		threads.shutdownNow();
	}

	private static void answer(Socket connection) {
		try (connection) {
			InputStream in = connection.getInputStream();
			if (head(in).startsWith("POST")) {
				asked.complete(null);
				ready.join();
				in.skipNBytes(LENGTH);
			}
			connection.getOutputStream()
				.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\ntaken"
					.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			// Whoever asked has gone.
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) in.read());
		}
		return head.toString();
	}

	@ParameterizedTest
	@EnumSource(names = { "HTTP_1_1", "HTTP_2" })
	void isNotTakenForASlowClient(Version version) {
		ready = new CompletableFuture<>();
		asked = new CompletableFuture<>();
		try (HttpClient client = HttpClient.newBuilder()
			.version(version)
			.sslContext(identity.clientContext())
			.build()) {
			CompletableFuture<HttpResponse<String>> answer = client
				.sendAsync(HttpRequest.newBuilder(URI.create("https://localhost:" + this.listener.port()))
					.POST(BodyPublishers.ofByteArray(new byte[LENGTH]))
					.timeout(Duration.ofSeconds(30))
					.build(), HttpResponse.BodyHandlers.ofString());
			asked.join();
			await().pollDelay(LONGER_THAN_A_CLIENT_MAY_TAKE).until(() -> true);
			ready.complete(null);
			assertThat(answer.join().body()).isEqualTo("taken");
		}
	}

}
