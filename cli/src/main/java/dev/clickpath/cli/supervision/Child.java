package dev.clickpath.cli.supervision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.cli.process.Backoff;
import dev.clickpath.cli.process.BoundedLog;
import dev.clickpath.cli.process.Endings;
import dev.clickpath.cli.process.LifeLine;
import dev.clickpath.cli.process.ProcessId;
import org.jspecify.annotations.Nullable;

/**
 * One program that is kept running: started again when it dies, until it is stopped.
 */
final class Child {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int POLL_MILLIS = 100;

	private static final int COULD_NOT_START = 127;

	private static final long LOG_LIMIT = 4 << 20;

	private final Program program;

	private final Path log;

	private final InstantSource clock;

	private final Observer observer;

	private final Thread keeper;

	private final AtomicInteger restarts = new AtomicInteger();

	private final CountDownLatch stopping = new CountDownLatch(1);

	private volatile State state = State.STARTING;

	private volatile @Nullable Process process;

	private volatile @Nullable ProcessId id;

	private volatile boolean everReady;

	Child(Program program, Path log, InstantSource clock, Observer observer) {
		this.program = program;
		this.log = log;
		this.clock = clock;
		this.observer = observer;
		this.keeper = new Thread(this::keep, program.name());
	}

	void start() {
		this.keeper.start();
	}

	/**
	 * Ends the process and returns when it has ended.
	 */
	void stop() {
		this.stopping.countDown();
		Process running = currentProcess();
		if (running != null) {
			Endings.end(running.toHandle(), this.program.stopSignal(), PATIENCE);
		}
		try {
			this.keeper.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	Program program() {
		return this.program;
	}

	Path log() {
		return this.log;
	}

	State state() {
		return this.state;
	}

	@Nullable ProcessId id() {
		return this.id;
	}

	int restarts() {
		return this.restarts.get();
	}

	/** Whether it has been up once. */
	boolean everReady() {
		return this.everReady;
	}

	private void keep() {
		Backoff backoff = new Backoff(this.clock);
		try {
			while (!isStopping()) {
				backoff.started();
				int exitCode = live();
				if (isStopping()) {
					break;
				}
				Duration wait = backoff.died();
				this.state = State.WAITING;
				this.observer.died(this, exitCode, wait);
				if (!this.stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
					this.restarts.incrementAndGet();
					this.state = State.STARTING;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.state = State.STOPPED;
	}

	/** From one start to the exit. */
	private int live() throws InterruptedException {
		Instant start = this.clock.instant();
		Process running = launch();
		if (running == null) {
			return COULD_NOT_START;
		}
		this.observer.started(this);
		awaitReadiness(running, start);
		int exitCode = running.waitFor();
		LifeLine.release(running);
		return exitCode;
	}

	private void awaitReadiness(Process running, Instant start) throws InterruptedException {
		while (!running.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
			if (this.program.ready().test(running.pid()) && running.isAlive()) {
				this.state = State.UP;
				this.everReady = true;
				this.observer.ready(this, Duration.between(start, this.clock.instant()));
				return;
			}
		}
	}

	private synchronized @Nullable Process currentProcess() {
		return this.process;
	}

	/** Never starts what {@link #stop()} would not see. */
	private synchronized @Nullable Process launch() {
		if (isStopping()) {
			return null;
		}
		ProcessBuilder builder = LifeLine.command(this.program.stopSignal(), this.program.command())
			.directory(this.program.directory().toFile())
			.redirectErrorStream(true);
		builder.environment().putAll(this.program.environment());
		try {
			Process started = builder.start();
			this.process = started;
			this.id = ProcessId.of(started.toHandle());
			Thread.ofPlatform().daemon().name(this.program.name() + "-log").start(() -> writeLog(started));
			return started;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private void writeLog(Process running) {
		try (InputStream output = running.getInputStream()) {
			new BoundedLog(this.log, LOG_LIMIT).copy(output);
		}
		catch (IOException ex) {
			// It has ended, and what it still had to say with it.
		}
	}

	private boolean isStopping() {
		return this.stopping.getCount() == 0;
	}

}
