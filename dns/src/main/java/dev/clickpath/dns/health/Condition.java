package dev.clickpath.dns.health;

/**
 * What is thought of somebody who is asked again and again. Nobody is well before they
 * have said so once.
 */
final class Condition {

	private final int unhealthyAfter;

	private final int healthyAfter;

	private int inARow;

	private volatile boolean healthy;

	Condition(HealthProperties properties) {
		this.unhealthyAfter = properties.unhealthyAfter();
		this.healthyAfter = properties.healthyAfter();
	}

	boolean isHealthy() {
		return this.healthy;
	}

	/**
	 * Takes an answer, or that there was none.
	 * @return whether it changed what is thought
	 */
	synchronized boolean seen(boolean well) {
		this.inARow = (well == this.healthy) ? 0 : this.inARow + 1;
		if (this.inARow < (well ? this.healthyAfter : this.unhealthyAfter)) {
			return false;
		}
		boolean changed = this.inARow > 0;
		this.healthy = well;
		this.inARow = 0;
		return changed;
	}

}
