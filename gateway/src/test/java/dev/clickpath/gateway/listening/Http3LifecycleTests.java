package dev.clickpath.gateway.listening;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import dev.clickpath.gateway.testing.RawHttp3;
import dev.clickpath.gateway.testing.TestIdentity;
import io.netty.handler.codec.http3.Http3ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * When HTTP/3 is there and when it is not.
 */
class Http3LifecycleTests {

	private final TestIdentity identity = new TestIdentity();

	private final CountDownLatch asked = new CountDownLatch(1);

	private final Sinks.One<DataBuffer> slow = Sinks.one();

	private final HttpHandler handler = this::handle;

	private @Nullable SecureListener listener;

	private Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		if (request.getPath().value().equals("/slow")) {
			this.asked.countDown();
			return response.writeWith(this.slow.asMono());
		}
		return response.writeWith(Mono.just(buffer("ok")));
	}

	private static DataBuffer buffer(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	private SecureListener start(int port, boolean http3, int maxConnections, Duration idle) throws Exception {
		ListeningProperties listening = new ListeningProperties(List.of("*"), Duration.ofSeconds(1),
				Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30), idle, DataSize.ofMegabytes(1),
				maxConnections, false);
		PemSslStoreDetails files = PemSslStoreDetails.forCertificate(Files.readString(this.identity.certificate()))
			.withPrivateKey(Files.readString(this.identity.privateKey()));
		SecureListener started = new SecureListener(new Entrance(listening), this.handler,
				new DefaultSslBundleRegistry(TlsProperties.BUNDLE, SslBundle.of(new PemSslStoreBundle(files, null))),
				InetAddress.getLoopbackAddress(), new TlsProperties("set", "set", port, http3, Duration.ZERO));
		this.listener = started;
		started.start();
		return started;
	}

	@AfterEach
	void stop() {
		if (this.listener != null) {
			this.listener.stop();
		}
	}

	private RawHttp3 connect(SecureListener to) {
		return new RawHttp3(to.port(), this.identity.quicContext());
	}

	private HttpResponse<String> overTcp(SecureListener to) throws Exception {
		try (HttpClient client = HttpClient.newBuilder().sslContext(this.identity.clientContext()).build()) {
			return client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + to.port() + "/")).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

	@Test
	void answersWhatIsUnderWayBeforeItStops() throws Exception {
		SecureListener started = start(0, true, 10, Duration.ofSeconds(60));
		try (RawHttp3 client = connect(started); RawHttp3 idle = connect(started)) {
			assertThat(idle.send(idle.get("/")).text()).isEqualTo("ok");
			RawHttp3.Stream stream = client.open().head(client.get("/slow")).end();
			this.asked.await();
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(started::stop);
			assertThat(idle.closed()).isEqualTo(Http3ErrorCode.H3_NO_ERROR.code());
			assertThat(stopped).isNotDone();
			this.slow.tryEmitValue(buffer("late"));
			assertThat(stream.answer().text()).isEqualTo("late");
			assertThat(client.closed()).isEqualTo(Http3ErrorCode.H3_NO_ERROR.code());
			stopped.get();
		}
	}

	@Test
	void takesNoNewRequestOnAConnectionThatHasBeenToldToGo() throws Exception {
		SecureListener started = start(0, true, 10, Duration.ofSeconds(60));
		try (RawHttp3 client = connect(started)) {
			RawHttp3.Stream stream = client.open().head(client.get("/slow")).end();
			this.asked.await();
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(started::stop);
			// Netty's client itself opens no more once it has been told.
			await().until(() -> isRefused(client));
			this.slow.tryEmitValue(buffer("late"));
			assertThat(stream.answer().text()).isEqualTo("late");
			stopped.get();
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
	void isNeitherThereNorAnnouncedWhenItIsSwitchedOff() throws Exception {
		SecureListener started = start(0, false, 10, Duration.ofSeconds(60));
		assertThat(overTcp(started).headers().firstValue("Alt-Svc")).isEmpty();
		try (DatagramSocket free = new DatagramSocket(
				new InetSocketAddress(InetAddress.getLoopbackAddress(), started.port()))) {
			assertThat(free.isBound()).isTrue();
		}
	}

	@Test
	void isLeftOutWhenItsPortIsTaken() throws Exception {
		try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			SecureListener started = start(taken.getLocalPort(), true, 10, Duration.ofSeconds(60));
			HttpResponse<String> answer = overTcp(started);
			assertThat(answer.body()).isEqualTo("ok");
			assertThat(answer.headers().firstValue("Alt-Svc")).isEmpty();
		}
	}

	@Test
	void thereMayBeSoManyConnectionsAndNoMore() throws Exception {
		SecureListener started = start(0, true, 3, Duration.ofSeconds(60));
		List<RawHttp3> clients = new ArrayList<>();
		try {
			for (int i = 0; i < 3; i++) {
				clients.add(connect(started));
			}
			assertThatIllegalStateException().isThrownBy(() -> connect(started));
			for (RawHttp3 client : clients) {
				assertThat(client.send(client.get("/")).text()).isEqualTo("ok");
			}
			clients.removeFirst().close();
			await().untilAsserted(() -> clients.add(connect(started)));
		}
		finally {
			clients.forEach(RawHttp3::close);
		}
	}

	@Test
	void endsAConnectionThatAsksForNothing() throws Exception {
		SecureListener started = start(0, true, 10, Duration.ofSeconds(1));
		try (RawHttp3 client = connect(started)) {
			assertThat(client.send(client.get("/")).text()).isEqualTo("ok");
			client.closed();
			assertThat(client.isOpen()).isFalse();
		}
	}

}
