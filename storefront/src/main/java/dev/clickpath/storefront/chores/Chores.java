package dev.clickpath.storefront.chores;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does every {@link Chore}, each on a thread of its own. One that fails is told of once,
 * until it succeeds again.
 */
@Component
class Chores implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Chores.class);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final List<Chore> chores;

	private final List<Thread> threads = new ArrayList<>();

	Chores(List<Chore> chores) {
		this.chores = chores;
	}

	@Override
	public synchronized void start() {
		for (Chore chore : this.chores) {
			this.threads
				.add(Thread.ofVirtual().name("chore-" + chore.getClass().getSimpleName()).start(() -> repeat(chore)));
		}
	}

	@Override
	public synchronized void stop() {
		this.threads.forEach(Thread::interrupt);
		try {
			for (Thread thread : this.threads) {
				thread.join(PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.threads.clear();
	}

	@Override
	public synchronized boolean isRunning() {
		return !this.threads.isEmpty();
	}

	/** Before what the chores use is closed. */
	@Override
	public int getPhase() {
		return 0;
	}

	private static void repeat(Chore chore) {
		boolean failing = false;
		while (!Thread.currentThread().isInterrupted()) {
			try {
				chore.run();
				failing = false;
			}
			catch (RuntimeException ex) {
				if (!failing && !Thread.currentThread().isInterrupted()) {
					logger.warn("{} failed and is tried again: {}", chore.getClass().getSimpleName(), ex.toString());
				}
				failing = true;
			}
			try {
				Thread.sleep(chore.pause());
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

}
