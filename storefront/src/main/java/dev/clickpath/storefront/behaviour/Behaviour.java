package dev.clickpath.storefront.behaviour;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.recommendation.BehaviourEvent;
import dev.clickpath.storefront.recommendation.Recommendations;
import dev.clickpath.storefront.visit.Visit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notes what visitors do. Noting takes no time; the notes are sent from a thread of their
 * own, the last ones when the storefront stops. What a browser fetches ahead of its user
 * is nothing the user did.
 */
@Component
public class Behaviour implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Behaviour.class);

	private static final String VIEW = "view";

	private static final String BASKET = "basket";

	private static final String SEARCH = "search";

	private static final int BOUND = 10_000;

	private static final int LOOK_EVERY_MS = 100;

	private static final int LONGEST_HINT = 64;

	private final EventQueue queue = new EventQueue(BOUND);

	private final InstantSource clock;

	private final EventSender sender;

	private final Map<String, Counter> noted;

	private @Nullable ScheduledExecutorService thread;

	Behaviour(Recommendations recommendations, InstantSource clock, MeterRegistry meters) {
		this.clock = clock;
		this.sender = new EventSender(this.queue, recommendations::tell, clock);
		FunctionCounter.builder("clickpath.events.dropped", this.queue, EventQueue::dropped)
			.description("Events given up because they could not be sent in time")
			.register(meters);
		Gauge.builder("clickpath.events.waiting", this.queue, EventQueue::size)
			.description("Events that wait to be sent")
			.register(meters);
		this.noted = Stream.of(VIEW, BASKET, SEARCH)
			.collect(Collectors.toMap(Function.identity(),
					(type) -> Counter.builder("clickpath.visitor.events")
						.description("What visitors did")
						.tag("type", type)
						.register(meters)));
	}

	/**
	 * Notes a look at a product, with what helps to recommend it before anybody is known
	 * to like it.
	 */
	public void viewed(Visit visit, ProductSummary product) {
		note(visit, VIEW, product.id(), null, product.category(), product.brand());
	}

	public void addedToBasket(Visit visit, String product) {
		note(visit, BASKET, product, null, null, null);
	}

	public void searched(Visit visit, String query) {
		note(visit, SEARCH, null, query, null, null);
	}

	private void note(Visit visit, String type, @Nullable String product, @Nullable String query,
			@Nullable String category, @Nullable String brand) {
		if (!visit.prefetch()) {
			Objects.requireNonNull(this.noted.get(type)).increment();
			this.queue.add(new BehaviourEvent(visit.visitor(), type, product, query, this.clock.instant(),
					visit.region().slug(), shortened(category), shortened(brand)));
		}
	}

	/** A hint that is too long is no hint; an event must not be refused for it. */
	private static @Nullable String shortened(@Nullable String hint) {
		return (hint != null && hint.length() <= LONGEST_HINT && hint.chars().noneMatch(Character::isISOControl)) ? hint
				: null;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService executor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("events").daemon().factory());
		var _ = executor.scheduleWithFixedDelay(this::sendDue, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
		this.thread = executor;
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.close();
			this.thread = null;
			this.sender.sendAll();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/**
	 * After the web server, which starts late and stops early, so that no last note is
	 * lost.
	 */
	@Override
	public int getPhase() {
		return 0;
	}

	private void sendDue() {
		try {
			this.sender.sendDue();
		}
		catch (RuntimeException ex) {
			logger.error("Events could not be sent", ex);
		}
	}

}
