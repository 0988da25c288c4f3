package dev.clickpath.storefront.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Another service. Asking it never holds up the one who asks; while it does not answer,
 * the log says so once a while and says when it is back. One that has never answered may
 * just be starting, and is nothing to warn of.
 */
public final class Upstream {

	/** What services have answered before, as it is told in Server-Timing. */
	static final String CACHE = "cache";

	private static final Logger logger = LoggerFactory.getLogger(Upstream.class);

	private static final Duration BETWEEN_WORDS = Duration.ofSeconds(30);

	private final String name;

	private final String meanwhile;

	private final Executor executor;

	private final InstantSource clock;

	private @Nullable Instant lastWord;

	private volatile boolean down;

	private volatile boolean known;

	/**
	 * @param name what people call the service
	 * @param meanwhile what the shop does while the service does not answer
	 * @param executor where it is asked
	 * @param clock the time
	 */
	public Upstream(String name, String meanwhile, Executor executor, InstantSource clock) {
		this.name = name;
		this.meanwhile = meanwhile;
		this.executor = executor;
		this.clock = clock;
	}

	/**
	 * Asks, and fails with an {@link UpstreamException} when no answer comes.
	 */
	public <T> CompletableFuture<T> ask(Supplier<T> question) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				T answer = question.get();
				answered();
				return answer;
			}
			catch (RuntimeException ex) {
				failed(ex);
				throw new UpstreamException(this.name, ex);
			}
		}, this.executor);
	}

	/**
	 * Whether the last question went without an answer.
	 */
	public boolean isDown() {
		return this.down;
	}

	private void answered() {
		this.known = true;
		if (this.down) {
			this.down = false;
			logger.info("The {} answers again", this.name);
		}
	}

	private void failed(RuntimeException ex) {
		this.down = true;
		if (wordIsDue()) {
			logger.atLevel(this.known ? Level.WARN : Level.INFO)
				.log("The {} does not answer, so {}: {}", this.name, this.meanwhile, rootOf(ex).toString());
		}
	}

	private synchronized boolean wordIsDue() {
		Instant now = this.clock.instant();
		if (this.lastWord != null && now.isBefore(this.lastWord.plus(BETWEEN_WORDS))) {
			return false;
		}
		this.lastWord = now;
		return true;
	}

	private static Throwable rootOf(Throwable ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
