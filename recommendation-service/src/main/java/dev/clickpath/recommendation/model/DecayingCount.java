package dev.clickpath.recommendation.model;

/**
 * A count that fades, as of a moment in milliseconds. Additions may come in any order of
 * time.
 */
record DecayingCount(double value, long at) {

	static final DecayingCount NOTHING = new DecayingCount(0, Long.MIN_VALUE);

	DecayingCount plus(double amount, long when, Decay decay) {
		if (this.value == 0) {
			return new DecayingCount(amount, when);
		}
		return (when >= this.at) ? new DecayingCount(valueAt(when, decay) + amount, when)
				: new DecayingCount(this.value + amount * decay.after(this.at - when), this.at);
	}

	/**
	 * The value at a later moment. At an earlier one it is what it is now: what has come
	 * since is not taken out.
	 */
	double valueAt(long when, Decay decay) {
		return (this.value == 0 || when <= this.at) ? this.value : this.value * decay.after(when - this.at);
	}

}
