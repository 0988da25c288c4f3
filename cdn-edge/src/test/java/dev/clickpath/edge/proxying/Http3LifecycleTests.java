package dev.clickpath.edge.proxying;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.netty.handler.codec.http3.Http3ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * When connections over HTTP/3 are there and when they are not.
 */
class Http3LifecycleTests {

	@TempDir
	private Path folder;

	private static CompletableFuture<HttpServerRequest> slow(TlsEdge edge) {
		CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
		edge.originDoes((request) -> {
			if (request.uri().equals("/slow")) {
				asked.complete(request);
			}
			else {
				request.response().end("hello");
			}
		});
		return asked;
	}

	@Test
	void answersWhatIsUnderWayBeforeItStops() {
		try (TlsEdge edge = new TlsEdge(this.folder);
				RawHttp3 client = edge.http3();
				RawHttp3 idle = edge.http3();
				RawHttp3 another = edge.http3()) {
			CompletableFuture<HttpServerRequest> asked = slow(edge);
			assertThat(idle.send(idle.get("/")).text()).isEqualTo("hello");
			assertThat(another.send(another.get("/")).text()).isEqualTo("hello");
			RawHttp3.Stream stream = client.open().head(client.get("/slow")).end();
			HttpServerRequest request = asked.join();
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(edge::stop);
			assertThat(idle.closed()).isEqualTo(Http3ErrorCode.H3_NO_ERROR.code());
			assertThat(another.closed()).isEqualTo(Http3ErrorCode.H3_NO_ERROR.code());
			assertThat(stopped).isNotDone();
			request.response().end("late");
			assertThat(stream.answer().text()).isEqualTo("late");
			assertThat(client.closed()).isEqualTo(Http3ErrorCode.H3_NO_ERROR.code());
			stopped.join();
		}
	}

	@Test
	void takesNeitherConnectionsNorRequestsOnceItIsGoing() {
		try (TlsEdge edge = new TlsEdge(this.folder); RawHttp3 client = edge.http3()) {
			CompletableFuture<HttpServerRequest> asked = slow(edge);
			RawHttp3.Stream stream = client.open().head(client.get("/slow")).end();
			HttpServerRequest request = asked.join();
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(edge::stop);
			// Netty's client itself opens no more once it has been told.
			await().until(() -> isRefused(client));
			assertThatIllegalStateException().isThrownBy(edge::http3);
			request.response().end("late");
			assertThat(stream.answer().text()).isEqualTo("late");
			stopped.join();
		}
	}

	private static boolean isRefused(RawHttp3 client) {
		try {
			return client.send(client.get("/")).reset() == Http3ErrorCode.H3_REQUEST_REJECTED.code();
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

	@Test
	void thereMayBeSoManyConnectionsAndNoMore() {
		try (TlsEdge edge = new TlsEdge(this.folder, true, Map.of("max-connections", "3"))) {
			List<RawHttp3> clients = new ArrayList<>();
			try {
				for (int i = 0; i < 3; i++) {
					clients.add(edge.http3());
				}
				assertThatIllegalStateException().isThrownBy(edge::http3);
				for (RawHttp3 client : clients) {
					assertThat(client.send(client.get("/")).text()).isEqualTo("hello");
				}
				clients.removeFirst().close();
				await().untilAsserted(() -> clients.add(edge.http3()));
			}
			finally {
				clients.forEach(RawHttp3::close);
			}
		}
	}

	@Test
	void endsAConnectionThatAsksForNothing() {
		try (TlsEdge edge = new TlsEdge(this.folder, true, Map.of("idle-timeout", "1s"));
				RawHttp3 client = edge.http3()) {
			assertThat(client.send(client.get("/")).text()).isEqualTo("hello");
			endsThoughItPings(client);
		}
	}

	@Test
	void endsAConnectionThatLeavesAnAnsweredQuestionOpen() {
		try (TlsEdge edge = new TlsEdge(this.folder, true, Map.of("idle-timeout", "1s"));
				RawHttp3 client = edge.http3()) {
			RawHttp3.Stream stream = client.open().head(client.request("POST", "/")).data(new byte[100]);
			assertThat(stream.answer().text()).isEqualTo("hello");
			endsThoughItPings(client);
		}
	}

	private static void endsThoughItPings(RawHttp3 client) {
		await().atMost(Duration.ofSeconds(8)).until(() -> {
			if (client.isOpen()) {
				client.ping();
			}
			return !client.isOpen();
		});
		assertThat(client.closed()).isEqualTo(Http3ErrorCode.H3_NO_ERROR.code());
	}

	@Test
	void keepsAConnectionOnWhichAnAnswerIsUnderWay() {
		try (TlsEdge edge = new TlsEdge(this.folder, true, Map.of("idle-timeout", "1s"));
				RawHttp3 client = edge.http3()) {
			CompletableFuture<HttpServerRequest> asked = slow(edge);
			RawHttp3.Stream stream = client.open().head(client.get("/slow")).end();
			HttpServerRequest request = asked.join();
			await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(8)).until(() -> {
				client.ping();
				return client.isOpen();
			});
			request.response().end("late");
			assertThat(stream.answer().text()).isEqualTo("late");
		}
	}

}
