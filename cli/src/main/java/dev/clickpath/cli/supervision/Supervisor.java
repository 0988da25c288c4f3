package dev.clickpath.cli.supervision;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.process.BoundedLog;
import dev.clickpath.cli.process.ProcessId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps programs running. All are started at once; they are stopped tier by tier, from
 * the outside in. It is written down before it keeps anything, so that a shop which is
 * still being made ready can be seen and stopped.
 */
public final class Supervisor implements Observer, AutoCloseable {

	private static final int DEATHS_AT_START = 3;

	private static final int LINES_OF_LOG = 15;

	private final Home home;

	private final InstantSource clock;

	private final PrintStream out;

	private final AtomicReference<@Nullable Child> hopeless = new AtomicReference<>();

	private final AtomicBoolean closing = new AtomicBoolean();

	private final CountDownLatch closed = new CountDownLatch(1);

	private List<Child> children = List.of();

	private boolean open;

	private boolean writable = true;

	private Supervisor(Home home, InstantSource clock, PrintStream out) {
		this.home = home;
		this.clock = clock;
		this.out = out;
	}

	/**
	 * A supervisor that keeps nothing yet.
	 * @param out is told what happens, a line each
	 */
	public static Supervisor open(Home home, InstantSource clock, PrintStream out) {
		Supervisor supervisor = new Supervisor(home, clock, out);
		supervisor.state().write(home);
		return supervisor;
	}

	/**
	 * Starts everything and waits until everything is ready.
	 * @throws Problem when that takes too long, a program keeps dying, or it was closed
	 * before; nothing runs then
	 */
	public void start(List<Program> programs, Duration limit) {
		launch(programs);
		Optional<String> failure = awaitReadiness(limit);
		if (failure.isPresent()) {
			close();
			throw new Problem(failure.get());
		}
		write();
	}

	/** Never starts what {@link #close()} would not see. */
	private synchronized void launch(List<Program> programs) {
		if (this.closing.get()) {
			throw new Problem("The shop was stopped while it started.");
		}
		this.children = programs.stream()
			.map((program) -> new Child(program, this.home.log(program.name()), this.clock, this))
			.toList();
		write();
		this.children.forEach(Child::start);
	}

	private synchronized Optional<String> awaitReadiness(Duration limit) {
		long deadline = System.nanoTime() + limit.toNanos();
		while (!this.children.stream().allMatch(Child::everReady)) {
			long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
			Child failed = this.hopeless.get();
			if (failed != null) {
				return Optional.of(lastWords(failed));
			}
			if (left <= 0) {
				return Optional.of(lateComers(limit));
			}
			try {
				wait(left);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.of("Interrupted while the shop started.");
			}
		}
		this.open = true;
		return Optional.empty();
	}

	private String lateComers(Duration limit) {
		List<String> names = this.children.stream()
			.filter((child) -> !child.everReady())
			.map((child) -> child.program().name())
			.toList();
		return "%s did not become ready within %d s; look into %s.".formatted(String.join(", ", names),
				limit.toSeconds(), this.home.logs());
	}

	private static String lastWords(Child child) {
		try {
			String log = String.join("\n  ", BoundedLog.tail(child.log(), LINES_OF_LOG));
			return "%s keeps dying at its start; the whole of its log is in %s, and this is its end:\n  %s"
				.formatted(child.program().name(), child.log(), log);
		}
		catch (IOException ex) {
			return "%s keeps dying at its start; look into %s.".formatted(child.program().name(), child.log());
		}
	}

	/**
	 * Stops everything and returns when nothing runs any more.
	 */
	@Override
	public void close() {
		if (this.closing.compareAndSet(false, true)) {
			new ArrayList<>(Arrays.asList(Tier.values())).reversed().forEach(this::stop);
			try {
				RunFile.delete(this.home);
			}
			finally {
				this.closed.countDown();
			}
		}
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized List<Child> children() {
		return this.children;
	}

	private void stop(Tier tier) {
		List<Thread> stops = children().stream()
			.filter((child) -> child.program().tier() == tier)
			.map((child) -> Thread.ofPlatform().start(child::stop))
			.toList();
		for (Thread stop : stops) {
			try {
				stop.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public void started(Child child) {
		write();
	}

	@Override
	public void ready(Child child, Duration after) {
		say(child, "up after %.1f s".formatted(after.toMillis() / 1000.0));
	}

	@Override
	public void died(Child child, int exitCode, Duration wait) {
		if (!child.everReady() && child.restarts() + 1 >= DEATHS_AT_START) {
			this.hopeless.compareAndSet(null, child);
		}
		say(child, "died (exit code %d), starts again in %.1f s".formatted(exitCode, wait.toMillis() / 1000.0));
	}

	private void say(Child child, String event) {
		if (!this.closing.get()) {
			this.out.println("  %-24s %s".formatted(child.program().name(), event));
		}
		write();
	}

	/**
	 * Writes the new state down, and wakes who waits for it. A full disk must not keep
	 * anything from being started again.
	 */
	private synchronized void write() {
		if (this.closed.getCount() > 0) {
			try {
				state().write(this.home);
				this.writable = true;
			}
			catch (UncheckedIOException ex) {
				complain(ex);
			}
		}
		notifyAll();
	}

	private RunFile state() {
		return new RunFile(ProcessId.of(ProcessHandle.current()), this.open,
				this.children.stream().map(RunFile.Entry::of).toList());
	}

	/** Once, until it has worked again. */
	private void complain(UncheckedIOException problem) {
		if (this.writable) {
			this.writable = false;
			this.out.println("  %s (%s): make room; until then ./clickpath status tells what was before."
				.formatted(problem.getMessage(), problem.getCause()));
		}
	}

}
