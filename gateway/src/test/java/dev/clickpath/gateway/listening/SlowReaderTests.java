package dev.clickpath.gateway.listening;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.clickpath.gateway.testing.RawHttp2;
import dev.clickpath.gateway.testing.RawHttp3;
import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.testing.TestIdentity;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Clients that ask, and then take their time with the answer. The one storefront has room
 * for one request, and nobody waits in line.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.tls.port=0", "clickpath.gateway.listening.write-timeout=1s",
				"clickpath.gateway.balancing.limit=1", "clickpath.gateway.balancing.queue=0" })
class SlowReaderTests {

	private static final Duration BEFORE_THE_TIMEOUT = Duration.ofMillis(900);

	private static final int CANCEL = 8;

	private static final int H3_REQUEST_CANCELLED = 0x10c;

	private static final int INITIAL_WINDOW_SIZE = 4;

	private static final int WINDOW_UPDATE = 8;

	private static final byte[] PIECE = "a piece of a page".repeat(1_000).getBytes(StandardCharsets.US_ASCII);

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final TestIdentity identity = new TestIdentity();

	@Autowired
	private SecureListener listener;

	@Autowired
	private Entrance entrance;

	@Autowired
	private UpstreamPool pool;

	@LocalServerPort
	private int plainPort;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
		registry.add("clickpath.gateway.tls.certificate", () -> identity.certificate().toString());
		registry.add("clickpath.gateway.tls.private-key", () -> identity.privateKey().toString());
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@BeforeEach
	void reset() {
		await().until(this::isRoom);
		storefront.reset();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void holdNoStorefrontWithHttp2AndAreGivenUp(boolean withLength) throws IOException {
		answer(3, withLength);
		try (RawHttp2 client = http2(0)) {
			for (int stream = 1; stream <= 5; stream += 2) {
				client.head(stream, true, client.get("/"));
				assertThat(client.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM).type()).isEqualTo(RawHttp2.HEADERS);
				await().atMost(BEFORE_THE_TIMEOUT).until(this::isRoom);
			}
			for (int i = 0; i < 3; i++) {
				assertThat(client.next(RawHttp2.RST_STREAM, RawHttp2.DATA).error()).isEqualTo(CANCEL);
			}
		}
	}

	@Test
	void areGivenUpWithHttp2WhenTheyWantNoMoreOfALongAnswer() throws IOException {
		answer(1_000, true);
		try (RawHttp2 client = http2(100_000)) {
			client.head(1, true, client.get("/"));
			assertThat(client.next(RawHttp2.RST_STREAM).error()).isEqualTo(CANCEL);
			await().until(this::isRoom);
		}
	}

	@Test
	void whoTakesALittleNowAndThenGetsAllWithHttp2() throws IOException {
		answer(3, true);
		try (RawHttp2 client = http2(0)) {
			client.head(1, true, client.get("/"));
			int left = 3 * PIECE.length;
			while (left > 0) {
				await().pollDelay(Duration.ofMillis(500)).until(() -> true);
				client.send(WINDOW_UPDATE, 0, 1, RawHttp2.number(10_000));
				for (int taken = 0; taken < Math.min(10_000, left);) {
					RawHttp2.Frame frame = client.next(RawHttp2.DATA, RawHttp2.RST_STREAM);
					assertThat(frame.type()).isEqualTo(RawHttp2.DATA);
					taken += frame.payload().capacity();
				}
				left -= 10_000;
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void holdNoStorefrontWithHttp3AndAreGivenUp(boolean withLength) {
		answer(12, withLength);
		try (RawHttp3 client = new RawHttp3(this.listener.port(), identity.quicContext(), 5_000)) {
			RawHttp3.Stream stream = client.open().unread().head(client.get("/")).end();
			await().until(() -> !storefront.asked().isEmpty());
			await().atMost(BEFORE_THE_TIMEOUT).until(this::isRoom);
			await().during(BEFORE_THE_TIMEOUT).until(() -> true);
			assertThat(stream.read().answer().reset()).isEqualTo(H3_REQUEST_CANCELLED);
		}
	}

	@Test
	void areGivenUpWithHttp1() throws IOException {
		answer(10_000, true);
		try (Socket client = new Socket()) {
			client.setReceiveBufferSize(4_096);
			client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.plainPort));
			ask(client);
			await().until(() -> !storefront.asked().isEmpty());
			await().until(() -> this.isRoom() && this.entrance.connections() == 0);
		}
	}

	@Test
	void whoTakesALittleNowAndThenGetsAllWithHttp1() throws IOException {
		answer(1_000, true);
		try (Socket client = new Socket()) {
			client.setReceiveBufferSize(4_096);
			client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.plainPort));
			ask(client);
			InputStream in = client.getInputStream();
			AtomicInteger taken = new AtomicInteger();
			for (int i = 0; i < 6; i++) {
				await().pollDelay(Duration.ofMillis(500)).until(() -> true);
				taken.addAndGet(in.readNBytes(1_000_000).length);
			}
			taken.addAndGet(in.readAllBytes().length);
			assertThat(taken).hasValueGreaterThan(1_000 * PIECE.length);
		}
	}

	private boolean isRoom() {
		return this.pool.upstreams().getFirst().inFlight() == 0;
	}

	private static void answer(int pieces, boolean withLength) {
		storefront.behave((request, response) -> {
			HttpServerResponse headed = response.header("Content-Type", "image/png");
			return (withLength ? headed.header("Content-Length", Integer.toString(pieces * PIECE.length)) : headed)
				.send(Flux.range(0, pieces).map((piece) -> Unpooled.wrappedBuffer(PIECE)));
		});
	}

	private static void ask(Socket client) throws IOException {
		client.getOutputStream()
			.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
	}

	private RawHttp2 http2(int window) throws IOException {
		return http2(identity, this.listener.port(), window);
	}

	/** Wants no more of an answer than this. */
	static RawHttp2 http2(TestIdentity identity, int port, int window) throws IOException {
		SSLSocket socket = (SSLSocket) identity.clientContext()
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), port);
		socket.setSoTimeout(10_000);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { "h2" });
		socket.setSSLParameters(parameters);
		RawHttp2 client = new RawHttp2(socket, "localhost:" + port);
		client.send(RawHttp2.SETTINGS, 0, 0,
				ByteBuffer.allocate(6).putShort((short) INITIAL_WINDOW_SIZE).putInt(window).array());
		return client;
	}

}
