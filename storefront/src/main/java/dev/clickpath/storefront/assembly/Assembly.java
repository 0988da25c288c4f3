package dev.clickpath.storefront.assembly;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.clickpath.defaults.timing.ServerTiming;
import org.jspecify.annotations.Nullable;

/**
 * The making of one page, of parts that are fetched side by side. All parts that can be
 * left out share one deadline, counted from the page's beginning, so that the page never
 * waits longer for them, however many are late. Used by the request's own thread alone.
 */
public final class Assembly {

	/** How a wait ended that was for nothing, as it is told in Server-Timing. */
	private static final String GIVEN_UP = "given up";

	private final long start = System.nanoTime();

	private final long budgetNanos;

	private @Nullable Flushable written;

	/**
	 * Begins a page.
	 * @param budget the longest it waits for all parts that can be left out
	 */
	public Assembly(Duration budget) {
		this.budgetNanos = budget.toNanos();
	}

	/**
	 * What is fetched, or the other when that fails or does not come before the deadline.
	 */
	public <T extends @Nullable Object> T await(CompletableFuture<? extends T> fetched, T other) {
		try {
			if (!fetched.isDone()) {
				sendOn();
				return waitFor(fetched);
			}
			return (fetched.state() == Future.State.SUCCESS) ? fetched.resultNow() : other;
		}
		catch (ExecutionException | TimeoutException ex) {
			return other;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return other;
		}
	}

	private <T extends @Nullable Object> T waitFor(CompletableFuture<? extends T> fetched)
			throws ExecutionException, TimeoutException, InterruptedException {
		long begin = System.nanoTime();
		String words = null;
		try {
			return fetched.get(Math.max(0, left()), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			words = GIVEN_UP;
			throw ex;
		}
		finally {
			ServerTiming.current().add("page.wait", begin, words);
		}
	}

	/**
	 * What is fetched and cannot be left out, waited for as long as its client does.
	 */
	public <T> T require(CompletableFuture<T> fetched) {
		try {
			return fetched.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * When the page was begun, of {@link System#nanoTime()}.
	 */
	public long start() {
		return this.start;
	}

	/**
	 * What to send on its way before the page waits: all of it that is written.
	 */
	public void beforeWaiting(Flushable written) {
		this.written = written;
	}

	private long left() {
		return this.budgetNanos - (System.nanoTime() - this.start);
	}

	private void sendOn() {
		if (this.written != null) {
			try {
				this.written.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The reader has gone", ex);
			}
		}
	}

}
