package dev.clickpath.cli.soak;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;

import dev.clickpath.cli.http.BrokenOffException;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Asks one thing after another over a connection of its own, and has every answer judged.
 */
final class Client implements AutoCloseable {

	/** Much longer than the edge may let anyone wait. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final int port;

	private final Ledger ledger;

	private final Judge judge;

	private final Tally tally;

	private @Nullable Wire wire;

	Client(int port, Ledger ledger, Judge judge, Tally tally) {
		this.port = port;
		this.ledger = ledger;
		this.judge = judge;
		this.tally = tally;
	}

	/**
	 * Asks.
	 * @return what the answer was; null when there was none, or a wrong one
	 */
	@Nullable Verdict ask(Ask ask) {
		long start = System.nanoTime();
		Instant began = this.ledger.now();
		@Nullable Reply reply = null;
		try {
			long oldest = this.ledger.oldest(ask.resource());
			reply = send(ask);
			Verdict verdict = this.judge.judge(ask, reply, oldest, began);
			this.tally.answered(ask, reply.status(), verdict, Duration.ofNanos(System.nanoTime() - start));
			return verdict;
		}
		catch (BrokenOffException ex) {
			brokenOff(ask, began, ex, Duration.ofNanos(System.nanoTime() - start));
		}
		catch (IOException ex) {
			this.tally.wrong("%s: no answer (%s)".formatted(ask, ex));
		}
		catch (WrongAnswerException ex) {
			this.tally.wrong("%s: %s: %s".formatted(ask, ex.getMessage(), reply));
		}
		finally {
			if (this.wire != null && !this.wire.isReusable()) {
				close();
			}
		}
		close();
		return null;
	}

	/** An idle connection may be closed at the very moment it is used again. */
	private Reply send(Ask ask) throws IOException {
		if (this.wire != null) {
			try {
				return this.wire.ask(ask.method(), ask.resource().path(), ask.fields());
			}
			catch (BrokenOffException ex) {
				throw ex;
			}
			catch (EOFException | SocketException ex) {
				close();
			}
		}
		Wire fresh = Wire.open(this.port, PATIENCE);
		this.wire = fresh;
		return fresh.ask(ask.method(), ask.resource().path(), ask.fields());
	}

	private void brokenOff(Ask ask, Instant began, BrokenOffException ex, Duration time) {
		if (this.ledger.explainsFailure(ask.resource(), began)) {
			this.tally.brokenOff(ask, time);
		}
		else {
			this.tally.wrong("%s: broken off though the origin did not fail (%s)".formatted(ask, ex.getMessage()));
		}
	}

	@Override
	public void close() {
		if (this.wire != null) {
			this.wire.close();
			this.wire = null;
		}
	}

}
