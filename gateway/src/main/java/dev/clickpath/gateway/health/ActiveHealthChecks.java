package dev.clickpath.gateway.health;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.SmartLifecycle;

/**
 * Asks every upstream for its readiness, each on a connection of its own so that a full
 * or broken pool says nothing about health, and not all at the same moment.
 */
class ActiveHealthChecks implements SmartLifecycle {

	private static final Duration LOOK = Duration.ofMillis(50);

	private static final double JITTER = 0.1;

	private final UpstreamPool pool;

	private final HealthCheckProperties properties;

	private final PoolLog log;

	private final JsonMapper json;

	private final HttpClient client;

	/** When each one is to be asked next. */
	private final Map<Upstream, Long> due = new HashMap<>();

	private final Set<Upstream> asked = ConcurrentHashMap.newKeySet();

	private @Nullable Disposable checks;

	ActiveHealthChecks(UpstreamPool pool, HealthCheckProperties properties, PoolLog log, JsonMapper json) {
		this.pool = pool;
		this.properties = properties;
		this.log = log;
		this.json = json;
		this.client = HttpClient.newConnection().responseTimeout(properties.timeout()).disableRetry(true);
	}

	@Override
	public synchronized void start() {
		this.checks = Flux.interval(Duration.ZERO, LOOK).onBackpressureDrop().subscribe((tick) -> look());
	}

	/** Asks whoever is due, and lets the pool look after itself. */
	private void look() {
		long now = this.pool.now();
		this.due.keySet().retainAll(this.pool.upstreams());
		for (Upstream upstream : this.pool.upstreams()) {
			Long next = this.due.get(upstream);
			if ((next == null || now - next >= 0) && this.asked.add(upstream)) {
				this.due.put(upstream, now + jittered(this.properties.interval()));
				check(upstream).doFinally((signal) -> this.asked.remove(upstream)).subscribe();
			}
		}
		this.pool.review().forEach(this.log::tell);
	}

	private Mono<Void> check(Upstream upstream) {
		return this.client.get()
			.uri(healthAddress(upstream.address()))
			.responseSingle((response, body) -> body.asString()
				.defaultIfEmpty("")
				.doOnNext((said) -> take(upstream, response.status().code() == 200, said)))
			.timeout(this.properties.timeout())
			.then()
			.onErrorResume((error) -> {
				((error instanceof ConnectException) ? this.pool.unreachable(upstream)
						: this.pool.checked(upstream, false))
					.ifPresent(this.log::tell);
				return Mono.empty();
			});
	}

	private void take(Upstream upstream, boolean ready, String said) {
		Readiness.Details details = Readiness.parse(this.json, said).instance();
		this.pool.introduce(upstream, details.name(), details.zone()).ifPresent(this.log::tell);
		this.pool.leaving(upstream, details.leaving()).ifPresent(this.log::tell);
		// Who says that it is leaving is well: it does what it has to do before.
		if (!details.leaving()) {
			this.pool.checked(upstream, ready).ifPresent(this.log::tell);
		}
	}

	private String healthAddress(URI upstream) {
		return upstream.getScheme() + "://" + upstream.getHost() + ":"
				+ (upstream.getPort() + this.properties.portOffset()) + this.properties.path();
	}

	private static long jittered(Duration interval) {
		double factor = 1 - JITTER + ThreadLocalRandom.current().nextDouble(2 * JITTER);
		return (long) (interval.toNanos() * factor);
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
