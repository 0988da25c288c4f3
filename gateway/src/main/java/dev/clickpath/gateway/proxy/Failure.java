package dev.clickpath.gateway.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.concurrent.TimeoutException;

import dev.clickpath.gateway.upstream.Outcome;
import io.netty.channel.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a try failed, as far as it is the upstream's failure.
 *
 * @param outcome for who watches the upstream
 * @param reached whether the request may have been received
 */
record Failure(Outcome outcome, boolean reached) {

	/**
	 * What an error of a try means.
	 * @param delivery of a request that is not repeatable
	 * @return null when the upstream has nothing to do with it
	 */
	static @Nullable Failure of(Throwable error, Delivery delivery) {
		if (error instanceof UpstreamRefusedException) {
			return new Failure(Outcome.UNAVAILABLE, true);
		}
		if (error instanceof ConnectTimeoutException) {
			// One lost packet is enough for that: nobody has refused anything.
			return new Failure(Outcome.TIMED_OUT, false);
		}
		if (error instanceof ConnectException || error instanceof NoRouteToHostException) {
			return new Failure(Outcome.REFUSED, false);
		}
		if (error instanceof TimeoutException) {
			return new Failure(Outcome.TIMED_OUT, true);
		}
		if (error instanceof IOException) {
			return new Failure(Outcome.BROKEN, delivery.hasBegun());
		}
		return null;
	}

	/** For people: what the upstream did. */
	String words() {
		return switch (this.outcome) {
			case REFUSED -> "refused the connection";
			case TIMED_OUT -> "did not answer in time";
			case BROKEN -> "broke the connection";
			case UNAVAILABLE -> "was unavailable";
			case ANSWERED -> "answered";
		};
	}

	/** An instance said that it cannot answer now. */
	static final class UpstreamRefusedException extends RuntimeException {

		UpstreamRefusedException(int status) {
			super("status " + status, null, false, false);
		}

	}

}
