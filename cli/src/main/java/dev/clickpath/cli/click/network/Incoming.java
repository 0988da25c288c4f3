package dev.clickpath.cli.click.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.cli.click.timeline.Stopwatch;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * An answer while it comes in. Used by the thread of its connection only, but for the
 * future at its end.
 */
final class Incoming {

	private static final int EARLY_HINTS = 103;

	private static final String LINK = "link";

	private final Stopwatch watch;

	private final Listener listener;

	private final Allowance allowance;

	private final CompletableFuture<Received> whole = new CompletableFuture<>();

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	private long sent;

	private Received.@Nullable Hints hints;

	private long head = -1;

	private int status;

	private @Nullable Fields fields;

	private boolean refused;

	Incoming(Stopwatch watch, Listener listener, Allowance allowance) {
		this.watch = watch;
		this.listener = listener;
		this.allowance = allowance;
	}

	CompletableFuture<Received> whole() {
		return this.whole;
	}

	/**
	 * The question is about to be written. Once it has been, the server may have had its
	 * turn already: on a busy machine that is the one that runs next.
	 */
	void writing() {
		this.sent = this.watch.now();
	}

	/** An answer before the answer. */
	void informational(int status, Fields fields) {
		if (status == EARLY_HINTS && this.hints == null) {
			List<String> links = fields.all(LINK);
			this.hints = new Received.Hints(this.watch.now(), links);
			this.listener.links(links);
		}
	}

	void head(int status, Fields fields) {
		this.head = this.watch.now();
		this.status = status;
		this.fields = fields;
		List<String> links = fields.all(LINK);
		if (!links.isEmpty()) {
			this.listener.links(links);
		}
	}

	/** Takes what has come of the body; does not release it. */
	void data(ByteBuf data) {
		int length = data.readableBytes();
		if (this.body.size() + length > Allowance.ONE || !this.allowance.take(length)) {
			fail(new NoAnswerException(
					"The body does not end after %d bytes; click reads no longer ones.".formatted(this.body.size())));
			return;
		}
		try {
			data.readBytes(this.body, length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Memory takes everything", ex);
		}
	}

	void end() {
		Fields known = this.fields;
		if (known == null) {
			fail(new NoAnswerException("The answer ended before it began; look into the log of the server."));
			return;
		}
		this.whole.complete(new Received(this.sent, this.hints, this.head, this.watch.now(), this.status, known,
				this.body.toByteArray()));
	}

	void fail(Throwable reason) {
		this.whole.completeExceptionally(reason);
	}

	/** Fails, and the server has not begun with the question (RFC 9113, section 8.7). */
	void refuse(Throwable reason) {
		if (!isDone()) {
			this.refused = true;
			fail(reason);
		}
	}

	boolean isRefused() {
		return this.refused;
	}

	/** Whether anything of an answer has come. */
	boolean hasBegun() {
		return this.head >= 0 || this.hints != null;
	}

	boolean isDone() {
		return this.whole.isDone();
	}

	/** How far it has come, for the sentence that says that it came no further. */
	String progress() {
		return (this.head < 0) ? "before the first byte" : "after %d bytes of the body".formatted(this.body.size());
	}

}
