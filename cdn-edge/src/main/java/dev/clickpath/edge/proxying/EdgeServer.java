package dev.clickpath.edge.proxying;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

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
import dev.clickpath.edge.tls.TlsProperties;
import dev.clickpath.edge.tls.TlsSettings;
import dev.clickpath.edge.tls.UnusableCertificateException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * The edge as one thing that can be started and stopped.
 */
public final class EdgeServer {

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

	private @Nullable String deployment;

	private @Nullable IdentityWatch watch;

	private int port;

	private int securePort;

	public EdgeServer(Vertx vertx, ListenProperties listen, TlsProperties tls, EdgeProperties properties,
			CachingProperties caching, InstantSource clock, MeterRegistry registry, Compressors compressors) {
		this.vertx = vertx;
		this.listen = listen;
		this.tls = tls;
		this.properties = properties;
		this.connections = new Connections(properties.maxConnections());
		Gauge.builder("edge.connections", this.connections, Connections::open)
			.description("Clients that are connected")
			.register(registry);
		this.accessLog = AccessLog.open(properties.accessLog(), clock);
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
		PassThrough passThrough = new PassThrough(origin, policy, keys, purges, store, fetcher, responder, metrics,
				properties);
		Collapsing collapsing = new Collapsing(vertx, policy, store, fetcher, passThrough,
				new Delivery(store, passThrough, responder, clock), clock);
		this.handler = new EdgeHandler(policy, keys, store, collapsing, passThrough, responder, metrics, this.accessLog,
				(this.disk != null) ? new DiskRecall(vertx, this.disk, store) : null);
		this.purging = new Purging(store, purges, keys);
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
		HttpServerOptions secure = (files != null) ? secure(files) : null;
		// Event loops can share a port only if they know it beforehand.
		boolean anyPort = this.listen.port() == 0 || (secure != null && secure.getPort() == 0);
		int eventLoops = anyPort ? 1 : Runtime.getRuntime().availableProcessors();
		List<EdgeVerticle> verticles = new CopyOnWriteArrayList<>();
		try {
			this.deployment = this.vertx.deployVerticle(() -> {
				EdgeVerticle verticle = new EdgeVerticle(plain, secure, this.handler, this.connections,
						this.properties.headTimeout());
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
		if (files != null) {
			this.watch = IdentityWatch.start(this.vertx, files, this.tls.reload(), any::renew);
		}
	}

	private HttpServerOptions secure(IdentityFiles files) {
		Identity identity = files.read(this.vertx);
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
		if (this.deployment != null) {
			this.vertx.undeploy(this.deployment).toCompletionStage().toCompletableFuture().join();
			this.deployment = null;
			if (this.accessLog != null) {
				this.accessLog.close();
			}
		}
		if (this.disk != null) {
			this.disk.close();
		}
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
	 * The port it listens on with TLS; 0 when it does not.
	 */
	public int securePort() {
		return this.securePort;
	}

}
