package dev.clickpath.gateway.discovery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.Found;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;

/**
 * Finds the instances behind a name again and again, so that a service that is scaled up
 * or down is followed. A name that cannot be resolved for the moment changes nothing:
 * those who were there are still asked for their health.
 */
class DnsDiscovery implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DnsDiscovery.class);

	private final UpstreamPool pool;

	private final PoolLog log;

	private final HostAndPort service;

	private final Duration interval;

	private final NameLookup names;

	private boolean failing;

	private @Nullable Disposable lookups;

	DnsDiscovery(UpstreamPool pool, PoolLog log, HostAndPort service, Duration interval, NameLookup names) {
		this.pool = pool;
		this.log = log;
		this.service = service;
		this.interval = interval;
		this.names = names;
	}

	/** Asks once; from one thread at a time. */
	synchronized void look() {
		try {
			List<Found> found = Arrays.stream(this.names.lookup(this.service.host()))
				.map(this::address)
				.distinct()
				.sorted(Comparator.comparing(URI::toString))
				.map(Found::at)
				.toList();
			this.pool.replace(found).forEach(this.log::tell);
			this.failing = false;
		}
		catch (UnknownHostException ex) {
			if (!this.failing) {
				logger.warn("The name {} cannot be resolved; the instances known so far stay", this.service.host());
			}
			this.failing = true;
		}
	}

	private URI address(InetAddress address) {
		String host = address.getHostAddress();
		return URI
			.create("http://" + ((address instanceof Inet6Address) ? "[" + host.replaceAll("%.*", "") + "]" : host)
					+ ":" + this.service.port());
	}

	@Override
	public synchronized void start() {
		look();
		this.lookups = Flux.interval(this.interval, this.interval, Schedulers.boundedElastic())
			.onBackpressureDrop()
			.subscribe((tick) -> look());
	}

	@Override
	public synchronized void stop() {
		if (this.lookups != null) {
			this.lookups.dispose();
			this.lookups = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.lookups != null;
	}

	/** Before anybody is let in. */
	@Override
	public int getPhase() {
		return 0;
	}

}
