package dev.clickpath.gateway.discovery;

import java.net.UnknownHostException;
import java.time.Duration;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;

/**
 * Fills the pool before anybody is let in and, if the source changes, looks again and
 * again, so that a service that is scaled up or down is followed. What cannot be found
 * out for the moment changes nothing: those who were there are still asked for their
 * health.
 */
class Discovery implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Discovery.class);

	private final UpstreamPool pool;

	private final PoolLog log;

	private final Source source;

	private final Duration interval;

	private boolean failing;

	private @Nullable Disposable looking;

	Discovery(UpstreamPool pool, PoolLog log, Source source, Duration interval) {
		this.pool = pool;
		this.log = log;
		this.source = source;
		this.interval = interval;
	}

	synchronized void look() {
		try {
			this.pool.replace(this.source.find()).forEach(this.log::tell);
			this.failing = false;
		}
		catch (UnknownHostException ex) {
			if (!this.failing) {
				tell(ex);
			}
			this.failing = true;
		}
	}

	/** Who starts before the others has nothing to complain of. */
	private void tell(UnknownHostException failure) {
		if (this.pool.upstreams().isEmpty()) {
			logger.info("The name {} cannot be resolved yet; it is asked for every {} ms", failure.getMessage(),
					this.interval.toMillis());
		}
		else {
			logger.warn("The name {} cannot be resolved; the instances known so far stay", failure.getMessage());
		}
	}

	@Override
	public synchronized void start() {
		look();
		this.looking = (this.source.isChanging()
				? Flux.interval(this.interval, this.interval, Schedulers.boundedElastic()).onBackpressureDrop()
				: Flux.<Long>never())
			.subscribe((tick) -> look());
	}

	@Override
	public synchronized void stop() {
		if (this.looking != null) {
			this.looking.dispose();
			this.looking = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.looking != null;
	}

	/** Before the health checks and the doors. */
	@Override
	public int getPhase() {
		return 0;
	}

}
