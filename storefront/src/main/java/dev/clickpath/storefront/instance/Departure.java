package dev.clickpath.storefront.instance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * First says that this instance is about to stop, then waits until the load balancers
 * have heard it, and only then lets Spring Boot close the doors. It comes before
 * everything else that happens at the end, since the management port is closed right
 * after.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Departure implements ApplicationListener<ContextClosedEvent> {

	private static final Logger logger = LoggerFactory.getLogger(Departure.class);

	/** A load balancer asks each second or so; after this time there is none. */
	private static final Duration UNWATCHED = Duration.ofMillis(1300);

	private final ApplicationContext context;

	private final Duration delay;

	private volatile boolean underWay;

	private volatile long lastAsked = System.nanoTime() - UNWATCHED.toNanos();

	Departure(ApplicationContext context, InstanceProperties properties) {
		this.context = context;
		this.delay = properties.drainDelay();
	}

	boolean isUnderWay() {
		return this.underWay;
	}

	/** Somebody wants to know whether this instance is ready. */
	void asked() {
		this.lastAsked = System.nanoTime();
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (!event.getApplicationContext().equals(this.context)) {
			return;
		}
		this.underWay = true;
		long end = System.nanoTime() + this.delay.toNanos();
		logger.info("Going: no new requests, please");
		try {
			for (long left = left(end); left > 0; left = left(end)) {
				TimeUnit.NANOSECONDS.sleep(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Of the delay, but no longer than somebody may still listen. */
	private long left(long end) {
		long now = System.nanoTime();
		return Math.min(end - now, this.lastAsked + UNWATCHED.toNanos() - now);
	}

}
