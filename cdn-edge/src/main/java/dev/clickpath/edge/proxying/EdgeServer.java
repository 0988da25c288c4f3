package dev.clickpath.edge.proxying;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.encoding.Compressors;
import dev.clickpath.edge.store.ObjectStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The edge as one thing that can be started and stopped.
 */
public final class EdgeServer {

	private final Vertx vertx;

	private final ListenProperties listen;

	private final EdgeProperties properties;

	private final EdgeHandler handler;

	private final Purging purging;

	private final @Nullable AccessLog accessLog;

	private @Nullable String deployment;

	private int port;

	public EdgeServer(Vertx vertx, ListenProperties listen, EdgeProperties properties, CachingProperties caching,
			InstantSource clock, MeterRegistry registry, Compressors compressors) {
		this.vertx = vertx;
		this.listen = listen;
		this.properties = properties;
		this.accessLog = AccessLog.open(properties.accessLog(), clock);
		KeyRules keys = caching.keyRules();
		PurgeLog purges = new PurgeLog();
		ObjectStore store = new ObjectStore(caching.cacheSize().toBytes(), purges);
		EdgeMetrics metrics = new EdgeMetrics(registry, store);
		CachePolicy policy = new CachePolicy(caching.rules(), clock);
		OriginClient origin = new OriginClient(vertx, properties, clock, metrics);
		Responder responder = new Responder(new Compression(vertx, compressors, store), clock, metrics);
		Fetcher fetcher = new Fetcher(vertx, origin, policy, keys, purges, store, properties);
		PassThrough passThrough = new PassThrough(origin, policy, keys, purges, store, fetcher, responder, metrics,
				properties);
		this.handler = new EdgeHandler(vertx, policy, keys, store, fetcher, passThrough, responder, metrics, clock,
				this.accessLog);
		this.purging = new Purging(store, purges, keys);
		Gauge.builder("edge.waiting", this.handler, EdgeHandler::waiting)
			.description("Requests that wait for something that might be stored")
			.register(registry);
	}

	/**
	 * Listens, on an event loop for each core; returns when it does.
	 */
	public void start() {
		// Event loops can share a port only if they know it beforehand.
		int eventLoops = (this.listen.port() == 0) ? 1 : Runtime.getRuntime().availableProcessors();
		List<EdgeVerticle> verticles = new CopyOnWriteArrayList<>();
		try {
			this.deployment = this.vertx.deployVerticle(() -> {
				EdgeVerticle verticle = new EdgeVerticle(this.listen, this.properties, this.handler);
				verticles.add(verticle);
				return verticle;
			}, new DeploymentOptions().setInstances(eventLoops)).toCompletionStage().toCompletableFuture().join();
			this.port = verticles.getFirst().port();
		}
		catch (CompletionException ex) {
			throw ListenFailedException.of(this.listen.port(), "--server.port", ex.getCause());
		}
	}

	/**
	 * Stops listening; returns when the answers under way have ended, or their time has.
	 */
	public void stop() {
		if (this.deployment != null) {
			this.vertx.undeploy(this.deployment).toCompletionStage().toCompletableFuture().join();
			this.deployment = null;
			if (this.accessLog != null) {
				this.accessLog.close();
			}
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

}
