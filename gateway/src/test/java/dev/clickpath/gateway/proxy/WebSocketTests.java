package dev.clickpath.gateway.proxy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.jspecify.annotations.Nullable;
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

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.listening.read-timeout=200ms", "clickpath.gateway.listening.body-timeout=200ms",
				"clickpath.gateway.listening.idle-timeout=200ms" })
class WebSocketTests {

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

	@LocalServerPort
	private int port;

	@Autowired
	private UpstreamPool pool;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@Test
	void carriesAWebSocketBothWays() throws Exception {
		storefront.behave((request, response) -> response
			.sendWebsocket((in, out) -> out.sendString(Flux.concat(Flux.just("welcome"), in.receive().asString()))));
		try (HttpClient client = HttpClient.newHttpClient()) {
			WebSocket socket = client.newWebSocketBuilder()
				.header("X-Forwarded-For", "203.0.113.9")
				.buildAsync(URI.create("ws://localhost:" + this.port + "/live?a=b"), new Listener())
				.join();
			assertThat(this.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("welcome");
			assertThat(this.pool.upstreams()).extracting(Upstream::inFlight).containsExactly(1);
			socket.sendText("hello", true).join();
			assertThat(this.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("hello");
			// Longer than any request may stand still.
			assertThat(this.heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
			socket.sendText("still there", true).join();
			assertThat(this.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("still there");
			socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
		}
		await().until(() -> this.pool.upstreams().getFirst().inFlight() == 0);
		assertThat(storefront.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.line()).isEqualTo("GET /live?a=b");
			assertThat(asked.headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
			assertThat(asked.headers().get("X-Forwarded-Host")).isEqualTo("localhost:" + this.port);
			assertThat(asked.headers().getAll("Via")).containsExactly("1.1 clickpath-gateway");
		});
	}

	private final class Listener implements WebSocket.Listener {

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
			WebSocketTests.this.heard.add(text.toString());
			socket.request(1);
			return null;
		}

	}

}
