package dev.clickpath.cli.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens at Ctrl-C: the run is told to end, and the process goes on until it has
 * told what it has seen.
 */
final class Interruption implements AutoCloseable {

	/** The slowest answer that is waited for, and the report. */
	private static final int LONGEST_SECONDS = 75;

	private final CountDownLatch told = new CountDownLatch(1);

	private final Thread hook;

	private Interruption(Runnable stop) {
		this.hook = new Thread(() -> {
			stop.run();
			try {
				this.told.await(LONGEST_SECONDS, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "interruption");
	}

	static Interruption calls(Runnable stop) {
		Interruption interruption = new Interruption(stop);
		Runtime.getRuntime().addShutdownHook(interruption.hook);
		return interruption;
	}

	@Override
	public void close() {
		this.told.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The process is ending: this is what the hook was for.
		}
	}

}
