package dev.clickpath.gateway.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.gateway.telling.InTrace;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Shopper;
import dev.clickpath.gateway.upstream.Upstream;
import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * One request, and what it has been through.
 */
final class Errand {

	private final Means means;

	private final ServerWebExchange exchange;

	private final RequestBody body;

	private final Shopper shopper;

	private final long start;

	private final Telling telling;

	private final List<Upstream> tried = new ArrayList<>(2);

	/** Those whose last word was no word in time; null while there are none. */
	private @Nullable List<Upstream> slow;

	private int tries;

	private String story = "";

	private @Nullable Failure lastFailure;

	/**
	 * @param start when it came, by the pool's clock
	 */
	Errand(Means means, ServerWebExchange exchange, RequestBody body, Shopper shopper, long start) {
		this.means = means;
		this.exchange = exchange;
		this.body = body;
		this.shopper = shopper;
		this.start = start;
		this.telling = new Telling(means.room(), start);
	}

	ServerWebExchange exchange() {
		return this.exchange;
	}

	RequestBody body() {
		return this.body;
	}

	Shopper shopper() {
		return this.shopper;
	}

	/** Those who were asked, each once. */
	List<Upstream> tried() {
		return this.tried;
	}

	/** Those of them who were not only slow. */
	List<Upstream> failed() {
		List<Upstream> failed = new ArrayList<>(this.tried);
		if (this.slow != null) {
			failed.removeAll(this.slow);
		}
		return failed;
	}

	/** How often somebody was asked. */
	int tries() {
		return this.tries;
	}

	/** Somebody is asked now. */
	Attempt tries(Upstream upstream) {
		if (!this.tried.contains(upstream)) {
			this.tried.add(upstream);
		}
		this.tries++;
		return new Attempt(this.means, upstream, this.telling.tries(this.tries, upstream));
	}

	Telling telling() {
		return this.telling;
	}

	/** What became of the last try, for people; empty when there was none. */
	String story() {
		return this.story;
	}

	/** How the last try ended; null when there was none. */
	@Nullable Failure lastFailure() {
		return this.lastFailure;
	}

	void goesOn(FailedTryException failed) {
		this.lastFailure = failed.failure();
		remember(failed.upstream(), failed.failure().outcome() == Outcome.TIMED_OUT);
		this.story = "; tries=" + (this.tries + 1) + "; before=" + failed.upstream() + " " + failed.failure().words();
	}

	private void remember(Upstream upstream, boolean slow) {
		if (this.slow != null) {
			this.slow.remove(upstream);
		}
		if (slow) {
			this.slow = (this.slow != null) ? this.slow : new ArrayList<>(2);
			this.slow.add(upstream);
		}
	}

	Duration age() {
		return Duration.ofNanos(this.means.pool().now() - this.start);
	}

	/**
	 * Whether the request may be sent once more though it may have been received: it must
	 * do no harm, and be neither too often, too late nor too many at once.
	 */
	boolean claimRetry() {
		return this.body.isRepeatable() && this.tries < this.means.properties().retry().tries()
				&& timeLeft().isPositive() && this.means.budget().take(this.means.pool().now());
	}

	/**
	 * Whether a request that has reached nobody may be sent once more. Who refuses is not
	 * asked again, so that it comes to an end; who is slow may be.
	 */
	boolean mayReachAnother(Failure failure) {
		return !this.body.isGone() && timeLeft().isPositive()
				&& (failure.outcome() != Outcome.TIMED_OUT || this.tries < this.means.properties().retry().tries());
	}

	/** Writes something down about it. */
	void log(Runnable writing) {
		InTrace.log(this.exchange, writing);
	}

	/** How long an instance may take to begin its answer. */
	Duration patience() {
		Duration usual = this.body.isRepeatable() ? this.means.properties().responseTimeout()
				: this.means.properties().unsafeResponseTimeout();
		Duration left = timeLeft();
		return (left.isPositive() && left.compareTo(usual) < 0) ? left : usual;
	}

	Duration timeLeft() {
		return this.means.properties().deadline().minus(age());
	}

	String method() {
		return this.exchange.getRequest().getMethod().name();
	}

	String path() {
		return this.exchange.getRequest().getPath().value();
	}

}
