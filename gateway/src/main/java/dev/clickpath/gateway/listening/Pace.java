package dev.clickpath.gateway.listening;

/**
 * How fast a body comes, by a clock in nanoseconds.
 */
final class Pace {

	private final ListeningProperties properties;

	private long start;

	private long last;

	Pace(ListeningProperties properties, long now) {
		this.properties = properties;
		this.start = now;
		this.last = now;
	}

	/** More of it has come. */
	void step(long now) {
		this.last = now;
	}

	/** Since the last of it came, nobody behind has wanted more. */
	void excuse(long now) {
		this.start += now - this.last;
		this.last = now;
	}

	/** Whether it stands still, or trickles. */
	boolean isTooSlow(long now) {
		return now - this.last >= this.properties.readTimeout().toNanos()
				|| now - this.start >= this.properties.bodyTimeout().toNanos();
	}

}
