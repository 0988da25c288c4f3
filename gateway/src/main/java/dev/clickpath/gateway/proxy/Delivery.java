package dev.clickpath.gateway.proxy;

/**
 * Whether anything of a request has left the gateway. What has not cannot have been
 * carried out, so that even a request that is not safe may go to another instance.
 */
final class Delivery {

	private volatile boolean begun;

	boolean hasBegun() {
		return this.begun;
	}

	void begin() {
		this.begun = true;
	}

}
