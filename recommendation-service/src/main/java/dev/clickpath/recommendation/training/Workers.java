package dev.clickpath.recommendation.training;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Shares work out among a few threads.
 */
record Workers(int threads) {

	private static final int CHUNK = 64;

	/**
	 * Does something for each number from 0 on, in no order.
	 * @param worker makes what does it, once for each thread, so that each can have its
	 * own scratch memory
	 */
	void each(int count, Supplier<IntConsumer> worker) {
		AtomicInteger next = new AtomicInteger();
		Runnable work = () -> {
			IntConsumer consumer = worker.get();
			int from = next.getAndAdd(CHUNK);
			while (from < count) {
				for (int i = from; i < Math.min(from + CHUNK, count); i++) {
					consumer.accept(i);
				}
				from = next.getAndAdd(CHUNK);
			}
		};
		Helper[] helpers = new Helper[this.threads - 1];
		for (int i = 0; i < helpers.length; i++) {
			helpers[i] = new Helper(work);
		}
		work.run();
		for (Helper helper : helpers) {
			helper.await();
		}
	}

	/** A thread that hands on what it failed of. */
	private static final class Helper {

		private final FutureTask<Void> task;

		Helper(Runnable work) {
			this.task = new FutureTask<>(work, null);
			Thread.ofPlatform().daemon().name("training").start(this.task);
		}

		void await() {
			try {
				this.task.get();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while training", ex);
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("Training failed", ex.getCause());
			}
		}

	}

}
