package dev.clickpath.cli.load;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.accounting.Outcome;

/**
 * Tells now and then how far it is.
 */
final class Progress implements AutoCloseable {

	private static final int SECONDS = 10;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());

	private final Ledger ledger;

	private Progress(Ledger ledger) {
		this.ledger = ledger;
	}

	static Progress of(Ledger ledger) {
		Progress progress = new Progress(ledger);
		Future<?> _ = progress.timer.scheduleAtFixedRate(progress::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
		return progress;
	}

	private void tell() {
		Outcome outcome = this.ledger.outcome();
		Output.tell("%3.0f s: %d about, %.1f pages/s, %d failed".formatted(outcome.seconds(), this.ledger.about(),
				outcome.pagesPerSecond(), outcome.failed()));
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
