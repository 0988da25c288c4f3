package dev.clickpath.storefront.markup;

/**
 * How much of a page had been drawn before, and how long the rest took. Used by the
 * request's own thread alone.
 */
public final class Drawings {

	private int kept;

	private int drawn;

	private long nanos;

	private int depth;

	private long begin;

	void kept() {
		this.kept++;
	}

	/** Pieces that are drawn in others are part of their time. */
	void begin() {
		this.drawn++;
		if (this.depth++ == 0) {
			this.begin = System.nanoTime();
		}
	}

	void end() {
		if (--this.depth == 0) {
			this.nanos += System.nanoTime() - this.begin;
		}
	}

	/** In nanoseconds. */
	public long time() {
		return this.nanos;
	}

	@Override
	public String toString() {
		return "hits=" + this.kept + "; misses=" + this.drawn;
	}

}
