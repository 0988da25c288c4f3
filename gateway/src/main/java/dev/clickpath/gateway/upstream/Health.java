package dev.clickpath.gateway.upstream;

/**
 * What the checks say of an instance. One check that goes wrong is no reason to give it
 * up, but a refused connection is: nobody listens there.
 */
final class Health {

	private final HealthRules rules;

	private volatile boolean good;

	private volatile boolean shown;

	private int failures;

	private int successes;

	/**
	 * @param good what is believed until a check has shown it
	 */
	Health(HealthRules rules, boolean good) {
		this.rules = rules;
		this.good = good;
	}

	boolean isGood() {
		return this.good;
	}

	/** Whether a check has ever found it well. */
	boolean isShown() {
		return this.shown;
	}

	/**
	 * A check has come back.
	 * @return whether that changes anything
	 */
	synchronized boolean checked(boolean passed) {
		this.shown |= passed;
		this.failures = passed ? 0 : this.failures + 1;
		this.successes = passed ? this.successes + 1 : 0;
		boolean enough = passed ? this.successes >= this.rules.successes() : this.failures >= this.rules.failures();
		return enough && become(passed);
	}

	/**
	 * A connection was refused.
	 * @return whether that changes anything
	 */
	synchronized boolean refused() {
		this.failures = this.rules.failures();
		this.successes = 0;
		return become(false);
	}

	/**
	 * A request timed out: the next check that fails is the last one needed.
	 */
	synchronized void suspect() {
		this.failures = Math.max(this.failures, this.rules.failures() - 1);
	}

	private boolean become(boolean good) {
		boolean news = this.good != good;
		this.good = good;
		return news;
	}

}
