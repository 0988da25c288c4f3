package dev.clickpath.gateway.telling;

import dev.clickpath.gateway.upstream.PoolEvent;
import dev.clickpath.gateway.upstream.Upstream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

import org.springframework.stereotype.Component;

/**
 * Writes down what happens to the upstreams, each line with its facts as key-value pairs
 * for who collects logs ({@code logging.structured.format.console}).
 */
@Component
public class PoolLog {

	private static final Logger logger = LoggerFactory.getLogger("dev.clickpath.gateway.upstreams");

	private final UpstreamMetrics metrics;

	PoolLog(UpstreamMetrics metrics) {
		this.metrics = metrics;
	}

	/** Writes it down, and has the metrics follow. */
	public void tell(PoolEvent event) {
		this.metrics.follow(event);
		switch (event) {
			case PoolEvent.HealthChanged changed -> tell(changed);
			case PoolEvent.LeavingChanged changed -> tell(changed);
			case PoolEvent.Ejected ejected -> tell(ejected);
			case PoolEvent.Returned returned ->
				about("returned", returned.upstream(), Level.INFO).log("{} gets requests again", returned.upstream());
			case PoolEvent.Joined joined -> about("joined", joined.upstream(), Level.INFO).log("{} at {} has joined",
					joined.upstream(), joined.upstream().address());
			case PoolEvent.Introduced introduced ->
				about("introduced", introduced.upstream(), Level.INFO).log("{} is {} in {}",
						introduced.upstream().address(), introduced.upstream(), introduced.upstream().zone());
			case PoolEvent.Left left -> about("left", left.upstream(), Level.INFO)
				.log("{} at {} is gone: it finishes what it has", left.upstream(), left.upstream().address());
		}
	}

	private static void tell(PoolEvent.HealthChanged changed) {
		if (changed.healthy()) {
			about("healthy", changed.upstream(), Level.INFO).log("{} is ready", changed.upstream());
		}
		else if (!changed.upstream().hasBeenReady()) {
			about("unhealthy", changed.upstream(), Level.INFO).log("{} is not ready yet", changed.upstream());
		}
		else {
			about("unhealthy", changed.upstream(), Level.WARN).log("{} is not ready: it gets no new requests",
					changed.upstream());
		}
	}

	private static void tell(PoolEvent.LeavingChanged changed) {
		if (changed.leaving()) {
			about("leaving", changed.upstream(), Level.INFO).log("{} is about to stop: it gets no new requests",
					changed.upstream());
		}
		else {
			about("back", changed.upstream(), Level.INFO).log("{} is back", changed.upstream());
		}
	}

	private static void tell(PoolEvent.Ejected ejected) {
		about("ejected", ejected.upstream(), Level.WARN).addKeyValue("seconds", ejected.time().toSeconds())
			.addKeyValue("reason", ejected.reason())
			.log("{} is put aside for {} s: {}", ejected.upstream(), ejected.time().toSeconds(), ejected.reason());
	}

	private static LoggingEventBuilder about(String event, Upstream upstream, Level level) {
		return logger.atLevel(level)
			.addKeyValue("event", event)
			.addKeyValue("upstream", upstream.name())
			.addKeyValue("zone", upstream.zone());
	}

}
