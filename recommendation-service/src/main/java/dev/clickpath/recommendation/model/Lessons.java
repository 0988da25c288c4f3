package dev.clickpath.recommendation.model;

/**
 * What visitors have taught of products: which belong together, and which are of interest
 * lately. It names no visitor, but what one alone has told shows all the same.
 */
final class Lessons {

	private final Tuning tuning;

	private final CoVisits viewed;

	private final CoVisits bought;

	private final RegionalTrends trends;

	Lessons(Tuning tuning) {
		this(tuning, tuning.neighbours());
	}

	private Lessons(Tuning tuning, int neighbours) {
		this.tuning = tuning;
		this.viewed = new CoVisits(tuning, Strengths.INTEREST, neighbours);
		this.bought = new CoVisits(tuning, Strengths.WANTING, neighbours);
		this.trends = new RegionalTrends(tuning);
	}

	/**
	 * A visitor met a product.
	 */
	record Lesson(History before, History after, int product, long at) {
	}

	void learn(Lesson lesson) {
		History before = lesson.before();
		History after = lesson.after();
		int product = lesson.product();
		this.viewed.learn(before, after, product, lesson.at());
		this.bought.learn(before, after, product, lesson.at());
		this.trends.add(product, before.momentOf(product), after.momentOf(product), after.region());
	}

	/**
	 * Learns what a whole history says, as if each product had been met once and all in
	 * their order.
	 */
	void learn(History history) {
		this.viewed.learn(history);
		this.bought.learn(history);
		for (int i = 0; i < history.size(); i++) {
			this.trends.add(history.product(i), History.NEVER, history.moment(i), history.region());
		}
	}

	/**
	 * Nothing learned yet, within the same bounds.
	 */
	Lessons anew() {
		return new Lessons(this.tuning, this.viewed.kept());
	}

	/**
	 * Keeps fewer neighbours from now on, unless they are few already.
	 * @param publish is run now and then, so that what is left out need not be kept for
	 * readers
	 */
	boolean keepFewer(Runnable publish) {
		boolean isLess = this.viewed.keepFewer(publish);
		return this.bought.keepFewer(publish) || isLess;
	}

	/** About how many bytes it takes. */
	long memory() {
		return this.viewed.memory() + this.bought.memory();
	}

	Snapshot publish(Snapshot before, long now) {
		return before.with(this.viewed.publish(now), this.bought.publish(now), this.trends.publish(now));
	}

}
