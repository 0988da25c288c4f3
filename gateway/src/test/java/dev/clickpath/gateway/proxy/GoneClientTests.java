package dev.clickpath.gateway.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that go in the middle of a page: what was on its way to them must not stay in
 * memory.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.health.path=/ready", "clickpath.gateway.health.interval=100ms" })
class GoneClientTests {

	private static final int CLIENTS = 40;

	private static final byte[] PIECE = "a piece of a page ".repeat(400).getBytes(StandardCharsets.UTF_8);

	private static final FakeStorefront storefront = new FakeStorefront();

	private final List<String> leaks = new CopyOnWriteArrayList<>();

	private ResourceLeakDetector.Level usual = ResourceLeakDetector.getLevel();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
	}

	@BeforeEach
	void watch() {
		this.usual = ResourceLeakDetector.getLevel();
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		ByteBufUtil.setLeakListener((type, records) -> this.leaks.add(records));
	}

	@AfterEach
	void stopWatching() {
		ByteBufUtil.setLeakListener(null);
		ResourceLeakDetector.setLevel(this.usual);
		storefront.reset();
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "br", "gzip" })
	void leaveNothingOfAPageThatIsStillBeingMade(String coding) throws IOException {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.send(Flux.range(0, 2_000).map((number) -> Unpooled.wrappedBuffer(PIECE)), (piece) -> true));
		for (int i = 0; i < CLIENTS; i++) {
			readABitAndGo(coding);
		}
		assertNothingLeaks();
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "br", "gzip" })
	void leaveNothingWhereverInAPageTheyGo(String coding) throws IOException {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.send(Flux.range(0, 6).map((number) -> Unpooled.wrappedBuffer(PIECE)).delayElements(Duration.ofMillis(1)),
					(piece) -> true));
		goAtAnyMoment(coding);
		assertNothingLeaks();
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "br" })
	void leaveNothingOfAPageThatIsPassedOnWhole(String coding) throws IOException {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.header("Content-Length", Integer.toString(6 * PIECE.length))
			.send(Flux.range(0, 6).map((number) -> Unpooled.wrappedBuffer(PIECE)).delayElements(Duration.ofMillis(1))));
		goAtAnyMoment(coding);
		assertNothingLeaks();
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "br" })
	void leaveNothingOfALongPageThatHasALength(String coding) throws IOException {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.header("Content-Length", Integer.toString(2_000 * PIECE.length))
			.send(Flux.range(0, 2_000).map((number) -> Unpooled.wrappedBuffer(PIECE))));
		for (int i = 0; i < CLIENTS; i++) {
			readABitAndGo(coding);
		}
		assertNothingLeaks();
	}

	private void readABitAndGo(String coding) throws IOException {
		try (Socket client = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			// A reset, as when a browser's tab is closed in the middle of it.
			client.setSoLinger(true, 0);
			client.setReceiveBufferSize(4_096);
			ask(client, coding);
			assertThat(client.getInputStream().readNBytes(12)).asString(StandardCharsets.US_ASCII)
				.isEqualTo("HTTP/1.1 200");
		}
	}

	/** Each a little later than the one before, from at once to after the end. */
	private void goAtAnyMoment(String coding) throws IOException {
		for (int client = 0; client < 600; client++) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
				socket.setSoLinger(client % 2 == 0, 0);
				ask(socket, coding);
				LockSupport.parkNanos(client * 20_000L);
			}
		}
	}

	private static void ask(Socket client, String coding) throws IOException {
		client.getOutputStream()
			.write("GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: %s\r\n\r\n".formatted(coding)
				.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * A buffer is known to be lost when the collector finds it; once it has found one
	 * that was lost after all others, it has found these.
	 */
	private void assertNothingLeaks() {
		// The same loss is told once only, so each canary has a name of its own.
		String canary = "canary " + UUID.randomUUID();
		PooledByteBufAllocator.DEFAULT.buffer(16).touch(canary);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			System.gc();
			PooledByteBufAllocator.DEFAULT.buffer(16).release();
			return this.leaks.stream().anyMatch((records) -> records.contains(canary));
		});
		assertThat(this.leaks).allMatch((records) -> records.contains(canary));
	}

}
