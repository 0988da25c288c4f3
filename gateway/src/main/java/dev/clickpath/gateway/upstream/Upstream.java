package dev.clickpath.gateway.upstream;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One instance that answers requests, with what is known of it at this moment.
 */
public final class Upstream {

	private final String name;

	private final URI address;

	private final AtomicInteger inFlight = new AtomicInteger();

	private volatile boolean healthy = true;

	/**
	 * @param name what people call it: {@code storefront-1}
	 * @param address scheme, host and port
	 */
	public Upstream(String name, URI address) {
		this.name = name;
		this.address = address;
	}

	public String name() {
		return this.name;
	}

	public URI address() {
		return this.address;
	}

	public int inFlight() {
		return this.inFlight.get();
	}

	public boolean isAvailable() {
		return this.healthy;
	}

	/**
	 * Takes in what a health check or a request has shown.
	 * @return whether that is news
	 */
	public boolean observe(boolean healthy) {
		boolean before = this.healthy;
		this.healthy = healthy;
		return before != healthy;
	}

	/** A request is on its way to this instance, until {@link #release()}. */
	void acquire() {
		this.inFlight.incrementAndGet();
	}

	public void release() {
		this.inFlight.decrementAndGet();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
