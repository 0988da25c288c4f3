package dev.clickpath.gateway.listening;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import dev.clickpath.gateway.testing.RawHttp2;
import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.testing.TestIdentity;
import dev.clickpath.gateway.upstream.UpstreamPool;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * So many clients take their time that there is no room for what they leave lying: one.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.tls.port=0", "clickpath.gateway.listening.write-timeout=2s",
				"clickpath.gateway.balancing.limit=1", "clickpath.gateway.balancing.queue=0",
				"clickpath.gateway.backlog=99B" })
class ManySlowReadersTests {

	private static final byte[] HALF = new byte[50];

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final TestIdentity identity = new TestIdentity();

	@Autowired
	private SecureListener listener;

	@Autowired
	private UpstreamPool pool;

	@LocalServerPort
	private int port;

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

	@Test
	void haveTheStorefrontWaitWithThem() throws Exception {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.send(Flux.range(0, 2).map((piece) -> Unpooled.wrappedBuffer(HALF))));
		try (RawHttp2 slow = SlowReaderTests.http2(identity, this.listener.port(), 0);
				HttpClient other = HttpClient.newHttpClient()) {
			slow.head(1, true, slow.get("/"));
			assertThat(slow.next(RawHttp2.HEADERS, RawHttp2.RST_STREAM).type()).isEqualTo(RawHttp2.HEADERS);
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port)).build();
			assertThat(other.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(503);
			await().until(() -> this.pool.upstreams().getFirst().inFlight() == 0);
			assertThat(other.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
		}
	}

}
