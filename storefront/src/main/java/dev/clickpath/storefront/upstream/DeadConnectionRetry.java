package dev.clickpath.storefront.upstream;

import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Sends a request that may be repeated once more, at once, when its connection turns out
 * to be dead: a service that was started again leaves such connections behind. An answer
 * is an answer, whatever its status.
 */
final class DeadConnectionRetry extends DefaultHttpRequestRetryStrategy {

	DeadConnectionRetry() {
		super(1, TimeValue.ZERO_MILLISECONDS);
	}

	@Override
	public boolean retryRequest(HttpResponse response, int execution, HttpContext context) {
		return false;
	}

}
