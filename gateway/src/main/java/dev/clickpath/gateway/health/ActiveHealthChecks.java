package dev.clickpath.gateway.health;

import java.net.URI;
import java.time.Duration;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.context.SmartLifecycle;

/**
 * Asks every upstream for its readiness, each on a connection of its own so that a full
 * or broken pool says nothing about health.
 */
class ActiveHealthChecks implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ActiveHealthChecks.class);

	private final UpstreamPool pool;

	private final HealthCheckProperties properties;

	private final HttpClient client;

	private @Nullable Disposable checks;

	ActiveHealthChecks(UpstreamPool pool, HealthCheckProperties properties) {
		this.pool = pool;
		this.properties = properties;
		this.client = HttpClient.newConnection().responseTimeout(properties.timeout()).disableRetry(true);
	}

	@Override
	public synchronized void start() {
		this.checks = Flux.fromIterable(this.pool.upstreams()).flatMap(this::checkForEver).subscribe();
	}

	private Flux<Boolean> checkForEver(Upstream upstream) {
		return Flux.interval(Duration.ZERO, this.properties.interval())
			.onBackpressureDrop()
			.concatMap(tick -> check(upstream), 1)
			.doOnNext(healthy -> observe(upstream, healthy));
	}

	private Mono<Boolean> check(Upstream upstream) {
		return this.client.get()
			.uri(healthAddress(upstream.address()))
			.responseSingle((response, body) -> Mono.just(response.status().code() == 200))
			.timeout(this.properties.timeout())
			.onErrorReturn(false);
	}

	private String healthAddress(URI upstream) {
		return upstream.getScheme() + "://" + upstream.getHost() + ":"
				+ (upstream.getPort() + this.properties.portOffset()) + this.properties.path();
	}

	private static void observe(Upstream upstream, boolean healthy) {
		if (upstream.observe(healthy)) {
			logger.info("{} is {}", upstream, healthy ? "ready again" : "not ready: it gets no new requests");
		}
	}

	@Override
	public synchronized void stop() {
		if (this.checks != null) {
			this.checks.dispose();
			this.checks = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.checks != null;
	}

}
