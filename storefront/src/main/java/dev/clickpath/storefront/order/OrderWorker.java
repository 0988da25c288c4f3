package dev.clickpath.storefront.order;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

	/** As many as one storefront takes in hand at once, since they have one lease. */
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
		atOnce(unfinished, this::finish);
		List<Order> onTheirWay = this.orders.takeOnTheirWay(BATCH);
		// Packing asks nobody.
		onTheirWay.stream().filter(OrderWorker::isToBePacked).forEach(this.saga::helpOn);
		atOnce(onTheirWay.stream().filter(Predicate.not(OrderWorker::isToBePacked)).toList(), this.saga::helpOn);
		return unfinished.size() == BATCH || onTheirWay.size() == BATCH;
	}

	private static boolean isToBePacked(Order order) {
		return order.state() == OrderState.PLACED;
	}

	/**
	 * While a service hangs, the last of them would else be begun when their lease has
	 * long ended.
	 */
	private void atOnce(List<Order> orders, Consumer<Order> work) {
		List<Callable<Object>> tasks = orders.stream()
			.map((order) -> Executors.callable(() -> work.accept(order)))
			.toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.invokeAll(tasks)
				.stream()
				.filter((done) -> done.state() == Future.State.FAILED)
				.forEach((failed) -> {
					if (failed.exceptionNow() instanceof Exception ex) {
						report(ex);
					}
				});
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
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

	@Override
	public synchronized void start() {
		if (!this.pause.isZero()) {
			ScheduledExecutorService executor = Executors
				.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("orders").daemon().factory());
			workLater(executor);
			this.thread = executor;
		}
	}

	/**
	 * Waits for what is at hand, which is bounded by time-outs, and begins nothing more.
	 */
	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.close();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/**
	 * Not at the same time as the other storefronts. Takes no lock, since whoever stops
	 * this waits for it.
	 */
	private void workLater(ScheduledExecutorService executor) {
		long millis = Math.round(this.pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
		try {
			var _ = executor.schedule(() -> workAndGoOn(executor), millis, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("Stopped meanwhile");
		}
	}

	private void workAndGoOn(ScheduledExecutorService executor) {
		try {
			boolean more = true;
			while (more && !executor.isShutdown()) {
				more = work();
			}
			recovered();
		}
		catch (RuntimeException ex) {
			report(ex);
		}
		finally {
			workLater(executor);
		}
	}

	private void recovered() {
		if (this.troubled) {
			this.troubled = false;
			logger.info("Orders are looked after again");
		}
	}

	private void report(Exception ex) {
		if (!this.troubled) {
			this.troubled = true;
			logger.warn("Orders cannot be looked after just now: {}", ex.toString());
		}
	}

}
