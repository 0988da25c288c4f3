package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.defaults.timing.TellingProperties;
import dev.clickpath.edge.encoding.Compressors;
import dev.clickpath.edge.tls.TlsProperties;
import dev.clickpath.edge.tracing.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import org.awaitility.Awaitility;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/**
 * An edge on a free port before an origin that does what the test says, with a clock that
 * the test moves.
 */
final class TestEdge implements AutoCloseable {

	private final Vertx vertx = Vertx.vertx();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<MultiMap> asked = new CopyOnWriteArrayList<>();

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private volatile Handler<HttpServerRequest> script = (request) -> request.response().setStatusCode(404).end();

	private final HttpServer origin;

	private final EdgeServer edge;

	TestEdge() {
		this(Map.of());
	}

	/**
	 * An edge with other properties than usual, named without their prefix.
	 */
	TestEdge(Map<String, String> properties) {
		this(properties, Traces.none(), false);
	}

	/**
	 * An edge that takes part in traces.
	 * @param json whether its access log is written in JSON
	 */
	TestEdge(Map<String, String> properties, Traces traces, boolean json) {
		this.origin = this.vertx.createHttpServer().requestHandler((request) -> {
			this.asked.add(MultiMap.caseInsensitiveMultiMap()
				.addAll(request.headers())
				.add(":method", request.method().name())
				.add(":path", request.uri()));
			this.script.handle(request);
		}).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
		Map<String, String> all = new HashMap<>();
		all.put("origin", "http://127.0.0.1:" + this.origin.actualPort());
		all.put("cache-size", "8MB");
		all.put("connect-timeout", "5s");
		all.put("read-timeout", "60s");
		all.put("max-request-body", "64KB");
		all.put("origin-connections", "2000");
		all.putAll(properties);
		Binder binder = new Binder(new MapConfigurationPropertySource(all));
		this.edge = new EdgeServer(this.vertx, new ListenProperties(0, "127.0.0.1"), TlsProperties.none(),
				binder.bindOrCreate("", EdgeProperties.class), binder.bindOrCreate("", CachingProperties.class),
				new TellingProperties(true, DataSize.ofKilobytes(1)), this.now::get, this.meters,
				Compressors.ofThisMachine(), traces, json);
		this.edge.start();
	}

	/**
	 * What the origin does from now on.
	 */
	void originDoes(Handler<HttpServerRequest> newScript) {
		this.script = newScript;
	}

	/**
	 * The origin answers 200 with this body; fields are names and values in turn.
	 */
	void originAnswers(byte[] body, String... fields) {
		originDoes((request) -> {
			for (int i = 0; i < fields.length; i += 2) {
				request.response().headers().add(fields[i], fields[i + 1]);
			}
			request.response().end(Buffer.buffer(body));
		});
	}

	void stopOrigin() {
		this.origin.close().toCompletionStage().toCompletableFuture().join();
	}

	void pass(Duration time) {
		this.now.updateAndGet((before) -> before.plus(time));
	}

	HttpResponse<byte[]> get(String path, String... fields) {
		return send(request(path, fields).GET());
	}

	CompletableFuture<HttpResponse<byte[]>> getAsync(String path, String... fields) {
		return this.client.sendAsync(request(path, fields).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	/**
	 * An answer whose head is told before its body has come.
	 */
	CompletableFuture<HttpResponse<InputStream>> streamed(String path) {
		return this.client.sendAsync(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
	}

	HttpRequest.Builder request(String path, String... fields) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.edge.port() + path))
			.timeout(Duration.ofSeconds(60));
		return (fields.length > 0) ? request.headers(fields) : request;
	}

	HttpResponse<byte[]> send(HttpRequest.Builder request) {
		return this.client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray()).join();
	}

	/**
	 * Sends these octets and reads until the edge closes the connection.
	 */
	String raw(String octets) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The fields of all requests the origin got, with {@code :method} and {@code :path}.
	 */
	List<MultiMap> asked() {
		return this.asked;
	}

	Purging purging() {
		return this.edge.purging();
	}

	double count(String meter, String... tags) {
		return this.meters.get(meter).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
	}

	/** How many have ended, which is noted a moment after the client has all. */
	long requests(String uri, String status) {
		return Awaitility.await()
			.until(() -> this.meters.find("http.server.requests").tags("uri", uri, "status", status).timer(),
					Objects::nonNull)
			.count();
	}

	double gauge(String meter) {
		return this.meters.get(meter).gauge().value();
	}

	/**
	 * What a meter of the tier on disk says.
	 */
	double disk(String meter) {
		Meter found = this.meters.get("edge.disk." + meter).meter();
		return found.measure().iterator().next().getValue();
	}

	int waiting() {
		return (int) gauge("edge.waiting");
	}

	int port() {
		return this.edge.port();
	}

	EdgeServer server() {
		return this.edge;
	}

	@Override
	public void close() {
		this.edge.stop();
		this.client.close();
		this.vertx.close().toCompletionStage().toCompletableFuture().join();
	}

}
