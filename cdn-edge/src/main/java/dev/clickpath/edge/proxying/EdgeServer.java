package dev.clickpath.edge.proxying;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.clickpath.defaults.timing.TellingProperties;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.encoding.Compressors;
import dev.clickpath.edge.disk.DiskTier;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.SecondTier;
import dev.clickpath.edge.tls.Identity;
import dev.clickpath.edge.tls.IdentityFiles;
import dev.clickpath.edge.tls.IdentityWatch;
import dev.clickpath.edge.tls.QuicTls;
import dev.clickpath.edge.tls.TlsProperties;
import dev.clickpath.edge.tls.TlsSettings;
import dev.clickpath.edge.tls.UnusableCertificateException;
import dev.clickpath.edge.tracing.Traces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge as one thing that can be started and stopped.
 */
public final class EdgeServer {

	private static final Logger logger = LoggerFactory.getLogger(EdgeServer.class);

	private final Vertx vertx;

	private final ListenProperties listen;

	private final TlsProperties tls;

	private final EdgeProperties properties;

	private final EdgeHandler handler;

	private final Purging purging;

	private final Connections connections;

	private final @Nullable AccessLog accessLog;

	private final @Nullable DiskTier disk;

	private final ObjectStore store;

	private final InstantSource clock;

	private final AlternativeService alternative = new AlternativeService();

	private @Nullable String deployment;

	private @Nullable String http3;

	private @Nullable IdentityWatch watch;

	private int port;

	private int securePort;

	/**
	 * An edge that does not listen yet.
	 * @param json whether the access log is written in JSON
	 */
	public EdgeServer(Vertx vertx, ListenProperties listen, TlsProperties tls, EdgeProperties properties,
			CachingProperties caching, TellingProperties telling, InstantSource clock, MeterRegistry registry,
			Compressors compressors, Traces traces, boolean json) {
		this.vertx = vertx;
		this.listen = listen;
		this.tls = tls;
		this.properties = properties;
		this.clock = clock;
		this.connections = new Connections(properties.maxConnections());
		Gauge.builder("edge.connections", this.connections, Connections::open)
			.description("Clients that are connected")
			.register(registry);
		this.accessLog = AccessLog.open(properties.accessLog(), json, clock);
		KeyRules keys = caching.keyRules();
		PurgeLog purges = new PurgeLog();
		CachePolicy policy = new CachePolicy(caching.rules(), clock);
		this.disk = caching.openDisk(purges, policy, keys, clock);
		ObjectStore store = new ObjectStore(caching.cacheSize().toBytes(), purges,
				(this.disk != null) ? this.disk : SecondTier.NONE, clock);
		this.store = store;
		EdgeMetrics metrics = new EdgeMetrics(registry, store);
		OriginClient origin = new OriginClient(vertx, properties, clock, metrics);
		Responder responder = new Responder(new Compression(vertx, compressors, store), clock, metrics);
		Fetcher fetcher = new Fetcher(vertx, origin, policy, keys, purges, store, properties);
		PassThrough passThrough = new PassThrough(vertx, origin, policy, keys, purges, store, fetcher, responder,
				metrics, properties);
		Collapsing collapsing = new Collapsing(vertx, policy, store, fetcher, passThrough,
				new Delivery(policy, store, passThrough, responder, clock, metrics), clock, properties.idleTimeout());
		this.handler = new EdgeHandler(policy, keys, store, collapsing, passThrough, responder, metrics, this.accessLog,
				(this.disk != null) ? new DiskRecall(vertx, this.disk, store) : null, telling.enabled(), traces);
		this.purging = new Purging(store, purges, keys, metrics);
		Gauge.builder("edge.waiting", collapsing, Collapsing::waiting)
			.description("Requests that wait for something that might be stored")
			.register(registry);
		if (this.disk != null) {
			EdgeMetrics.register(registry, this.disk);
		}
	}

	/**
	 * Listens, on an event loop for each core; returns when it does.
	 * @throws UnusableCertificateException when there is a certificate that cannot be
	 * used
	 */
	public void start() {
		if (this.disk != null) {
			this.disk.start(this.store);
		}
		IdentityFiles files = this.tls.files();
		HttpServerOptions plain = ServerSettings.plain(this.listen, this.properties);
		Identity identity = (files != null) ? files.read(this.vertx) : null;
		HttpServerOptions secure = (identity != null) ? secure(identity) : null;
		// Event loops can share a port only if they know it beforehand.
		boolean anyPort = this.listen.port() == 0 || (secure != null && secure.getPort() == 0);
		int eventLoops = anyPort ? 1 : Runtime.getRuntime().availableProcessors();
		List<EdgeVerticle> verticles = new CopyOnWriteArrayList<>();
		try {
			this.deployment = this.vertx.deployVerticle(() -> {
				EdgeVerticle verticle = new EdgeVerticle(plain, secure, this.handler, this.connections,
						this.properties.headTimeout(), this.alternative);
				verticles.add(verticle);
				return verticle;
			}, new DeploymentOptions().setInstances(eventLoops)).toCompletionStage().toCompletableFuture().join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof ListenFailedException failure) ? failure : ex;
		}
		EdgeVerticle any = verticles.getFirst();
		this.port = any.port();
		this.securePort = any.securePort();
		if (files != null && identity != null) {
			QuicTls quic = (this.tls.http3() && QuicTls.isAvailable()) ? new QuicTls(this.vertx, identity) : null;
			if (quic != null) {
				startHttp3(quic);
			}
			this.watch = IdentityWatch.start(this.vertx, files, this.tls.reload(),
					(renewed) -> renew(renewed, quic).compose((done) -> any.renew(renewed)));
		}
	}

	private Future<?> renew(Identity identity, @Nullable QuicTls quic) {
		return this.vertx.executeBlocking(() -> {
			if (quic != null) {
				quic.renew(identity);
			}
			return true;
		});
	}

	/**
	 * Whoever cannot come this way comes the other: it does not keep the edge from
	 * starting.
	 */
	private void startHttp3(QuicTls quic) {
		try {
			this.http3 = this.vertx
				.deployVerticle(new Http3Verticle(this.listen.address(), this.securePort, quic, this.handler,
						this.connections, this.properties, this.clock))
				.toCompletionStage()
				.toCompletableFuture()
				.join();
			this.alternative.offer(this.securePort);
		}
		catch (CompletionException ex) {
			logger.warn("{}", ListenFailedException.ofHttp3(this.securePort, ex.getCause()).getMessage());
		}
	}

	private HttpServerOptions secure(Identity identity) {
		TlsSettings.tell();
		return ServerSettings.secure(this.listen, this.tls.port(), identity, this.properties);
	}

	/**
	 * Stops listening; returns when the answers under way have ended, or their time has.
	 */
	public void stop() {
		if (this.watch != null) {
			this.watch.stop();
			this.watch = null;
		}
		this.alternative.withdraw();
		if (this.deployment != null) {
			Future.join(this.vertx.undeploy(this.deployment), undeployHttp3())
				.toCompletionStage()
				.toCompletableFuture()
				.join();
			this.deployment = null;
			if (this.accessLog != null) {
				this.accessLog.close();
			}
		}
		if (this.disk != null) {
			this.disk.close();
		}
	}

	private Future<Void> undeployHttp3() {
		String deployed = this.http3;
		this.http3 = null;
		return (deployed != null) ? this.vertx.undeploy(deployed) : Future.succeededFuture();
	}

	/**
	 * What takes things out of the store.
	 */
	public Purging purging() {
		return this.purging;
	}

	public boolean isRunning() {
		return this.deployment != null;
	}

	/**
	 * The port it listens on.
	 */
	public int port() {
		return this.port;
	}

	/**
	 * The port it listens on with TLS, and for HTTP/3; 0 when it does not.
	 */
	public int securePort() {
		return this.securePort;
	}

}
