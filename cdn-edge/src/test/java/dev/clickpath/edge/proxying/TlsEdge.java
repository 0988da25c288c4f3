package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.clickpath.defaults.timing.TellingProperties;
import dev.clickpath.edge.encoding.Compressors;
import dev.clickpath.edge.tls.TestIdentity;
import dev.clickpath.edge.tls.TlsProperties;
import dev.clickpath.edge.tracing.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/**
 * An edge with TLS on a free port, with a certificate of its own, before an origin that
 * does what the test says.
 */
final class TlsEdge implements AutoCloseable {

	static final String HOST = "localhost";

	static final Duration HEAD_TIMEOUT = Duration.ofSeconds(2);

	private final Vertx vertx = Vertx.vertx();

	private final TestIdentity identity;

	private final SSLContext context;

	private final List<HttpServerRequest> asked = new CopyOnWriteArrayList<>();

	private final HttpServer origin;

	private final EdgeServer edge;

	private volatile Handler<HttpServerRequest> script = (request) -> request.response().end("hello");

	TlsEdge(Path folder) {
		this(folder, true);
	}

	TlsEdge(Path folder, boolean http3) {
		this(folder, http3, Map.of());
	}

	/**
	 * An edge with other properties than usual, named without their prefix.
	 */
	TlsEdge(Path folder, boolean http3, Map<String, String> properties) {
		this.identity = new TestIdentity(folder);
		this.context = this.identity.clientContext();
		this.origin = await(this.vertx.createHttpServer().requestHandler((request) -> {
			this.asked.add(request);
			this.script.handle(request);
		}).listen(0, "127.0.0.1"));
		Map<String, String> all = new HashMap<>();
		all.put("origin", "http://127.0.0.1:" + this.origin.actualPort());
		all.put("max-request-body", "2MB");
		all.put("head-timeout", HEAD_TIMEOUT.toMillis() + "ms");
		all.putAll(properties);
		Binder binder = new Binder(new MapConfigurationPropertySource(all));
		TlsProperties tls = new TlsProperties(this.identity.files().certificate(), this.identity.files().privateKey(),
				0, http3, Duration.ofMillis(50));
		this.edge = new EdgeServer(this.vertx, new ListenProperties(0, "127.0.0.1"), tls,
				binder.bindOrCreate("", EdgeProperties.class), binder.bindOrCreate("", CachingProperties.class),
				new TellingProperties(true, DataSize.ofKilobytes(1)), InstantSource.system(), new SimpleMeterRegistry(),
				Compressors.ofThisMachine(), Traces.none(), false);
		this.edge.start();
	}

	private static <T> T await(Future<T> future) {
		return future.toCompletionStage().toCompletableFuture().join();
	}

	/**
	 * What the origin does from now on.
	 */
	void originDoes(Handler<HttpServerRequest> newScript) {
		this.script = newScript;
	}

	/**
	 * All requests the origin got.
	 */
	List<HttpServerRequest> asked() {
		return this.asked;
	}

	TestIdentity identity() {
		return this.identity;
	}

	int port() {
		return this.edge.securePort();
	}

	/**
	 * A new client, which knows no connection and no session.
	 */
	HttpClient client(HttpClient.Version version) {
		return HttpClient.newBuilder().version(version).sslContext(this.identity.clientContext()).build();
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("https://" + HOST + ":" + port() + path))
			.timeout(Duration.ofSeconds(20));
	}

	HttpResponse<String> send(HttpClient.Version version, HttpRequest.Builder request) {
		try (HttpClient client = client(version)) {
			return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/**
	 * A connection that has shaken hands; those of one edge can resume each other's
	 * session.
	 */
	SSLSocket connect(String tlsVersion, String applicationProtocol) throws IOException {
		SSLSocket socket = (SSLSocket) this.context.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), port());
		socket.setSoTimeout(10_000);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setProtocols(new String[] { tlsVersion });
		parameters.setApplicationProtocols(new String[] { applicationProtocol });
		socket.setSSLParameters(parameters);
		socket.startHandshake();
		return socket;
	}

	/**
	 * Sends these octets as HTTP/1.1 and reads until the edge closes the connection.
	 */
	String raw(String octets) throws IOException {
		try (SSLSocket socket = connect("TLSv1.3", "http/1.1")) {
			return talk(socket, octets);
		}
	}

	static String talk(SSLSocket socket, String octets) throws IOException {
		socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
	}

	RawHttp2 http2() throws IOException {
		return new RawHttp2(connect("TLSv1.3", "h2"), HOST + ":" + port());
	}

	/**
	 * A new client, which knows no session.
	 */
	RawHttp3 http3() {
		return http3(port());
	}

	/**
	 * The same, by way of another port.
	 */
	RawHttp3 http3(int by) {
		return new RawHttp3(port(), by, RawHttp3.tls(this.identity.trust()));
	}

	/**
	 * Stops the edge as a whole, and returns when it has.
	 */
	void stop() {
		this.edge.stop();
	}

	@Override
	public void close() {
		this.edge.stop();
		await(this.vertx.close());
	}

}
