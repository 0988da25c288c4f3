package dev.clickpath.edge.tls;

import java.time.Duration;
import java.util.function.Function;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether the files have changed. A renewal writes two files, so
 * new ones are taken when they have not changed between two looks; files that cannot be
 * used are told of once, and what was there before goes on.
 */
public final class IdentityWatch {

	private static final Logger LOGGER = LoggerFactory.getLogger(IdentityWatch.class);

	private final Vertx vertx;

	private final IdentityFiles files;

	private final Function<Identity, Future<?>> taker;

	private final long timer;

	private String taken;

	private String seen;

	private IdentityWatch(Vertx vertx, IdentityFiles files, Duration interval, Function<Identity, Future<?>> taker) {
		this.vertx = vertx;
		this.files = files;
		this.taker = taker;
		this.taken = files.stamp();
		this.seen = this.taken;
		this.timer = vertx.setPeriodic(interval.toMillis(), (id) -> check());
	}

	/**
	 * Watches from now on.
	 * @param taker gets each new identity
	 */
	public static IdentityWatch start(Vertx vertx, IdentityFiles files, Duration interval,
			Function<Identity, Future<?>> taker) {
		return new IdentityWatch(vertx, files, interval, taker);
	}

	public void stop() {
		this.vertx.cancelTimer(this.timer);
	}

	private void check() {
		this.vertx.executeBlocking(this::look, true).compose((found) -> {
			if (found == null) {
				return Future.succeededFuture();
			}
			return this.taker.apply(found)
				.onSuccess((done) -> LOGGER.info("A new certificate for {} is shown from now on, good until {}",
						found.subject(), found.end()));
		})
			.onFailure((failure) -> LOGGER.warn("The new certificate is not taken, the one before stays: {}",
					failure.getMessage()));
	}

	/** What is new, and null when nothing is. */
	private synchronized @Nullable Identity look() {
		String now = this.files.stamp();
		boolean settled = now.equals(this.seen);
		this.seen = now;
		if (!settled || now.equals(this.taken)) {
			return null;
		}
		this.taken = now;
		return this.files.read(this.vertx);
	}

}
