package dev.clickpath.gateway.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.gateway.telling.InTrace;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Shopper;
import dev.clickpath.gateway.upstream.Upstream;

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

	private int tries;

	private String story = "";

	private boolean turnedAway;

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

	/** Whether one of those who were asked said that it cannot answer now. */
	boolean wasTurnedAway() {
		return this.turnedAway;
	}

	void goesOn(FailedTryException failed) {
		this.turnedAway |= failed.failure().outcome() == Outcome.UNAVAILABLE;
		this.story = "; tries=" + (this.tries + 1) + "; before=" + failed.upstream() + " " + failed.failure().words();
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
