package dev.clickpath.gateway.proxy;

import dev.clickpath.gateway.upstream.Upstream;

/**
 * An upstream has failed a try before anything of its answer was passed on.
 */
final class FailedTryException extends RuntimeException {

	private final transient Upstream upstream;

	private final transient Failure failure;

	FailedTryException(Upstream upstream, Failure failure, Throwable cause) {
		super(null, cause, false, false);
		this.upstream = upstream;
		this.failure = failure;
	}

	Upstream upstream() {
		return this.upstream;
	}

	Failure failure() {
		return this.failure;
	}

}
