package dev.clickpath.storefront.order;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for orders that were left half-way, by whichever storefront, and finishes or
 * releases them; then sends the placed ones on their way. All storefronts do so, each at
 * times of its own.
 */
@Component
class OrderWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OrderWorker.class);

	/** As many as one storefront takes in hand at once: they have one lease. */
	private static final int BATCH = 8;

	private final Orders orders;

	private final OrderSaga saga;

	private final Duration pause;

	private @Nullable ScheduledExecutorService thread;

	private volatile boolean troubled;

	OrderWorker(Orders orders, OrderSaga saga, OrderProperties properties) {
		this.orders = orders;
		this.saga = saga;
		this.pause = properties.worker();
	}

	/**
	 * Does what is due, one batch of each kind.
	 * @return whether there may be more
	 */
	boolean work() {
		List<Order> unfinished = this.orders.takeUnfinished(BATCH);
		unfinished.forEach(this::finish);
		List<Order> onTheirWay = this.orders.takeOnTheirWay(BATCH);
		onTheirWay.forEach(this::helpOn);
		return unfinished.size() == BATCH || onTheirWay.size() == BATCH;
	}

	private void finish(Order order) {
		logger.info("Order {} was left {}; going on with it", order.id(), order.state());
		if (order.state() == OrderState.WAITING) {
			this.saga.resume(order);
		}
		else {
			this.saga.goOn(order);
		}
	}

	private void helpOn(Order order) {
		try {
			this.orders.store(order.further());
		}
		catch (OvertakenException ex) {
			logger.debug("{}", ex.getMessage());
		}
	}

	@Override
	public synchronized void start() {
		if (!this.pause.isZero()) {
			this.thread = Executors
				.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("orders").daemon().factory());
			workLater();
		}
	}

	/** Waits for the order at hand. */
	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread.close();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/** Not at the same time as the other storefronts. */
	private synchronized void workLater() {
		if (this.thread != null && !this.thread.isShutdown()) {
			long millis = Math.round(this.pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
			var _ = this.thread.schedule(this::workAndGoOn, millis, TimeUnit.MILLISECONDS);
		}
	}

	private void workAndGoOn() {
		try {
			boolean more = true;
			while (more && !Thread.currentThread().isInterrupted()) {
				more = work();
			}
			recovered();
		}
		catch (RuntimeException ex) {
			report(ex);
		}
		finally {
			workLater();
		}
	}

	private void recovered() {
		if (this.troubled) {
			this.troubled = false;
			logger.info("Orders are looked after again");
		}
	}

	private void report(RuntimeException ex) {
		if (!this.troubled) {
			this.troubled = true;
			logger.warn("Orders cannot be looked after just now: {}", ex.toString());
		}
	}

}
