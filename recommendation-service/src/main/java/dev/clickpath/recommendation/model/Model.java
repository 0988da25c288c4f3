package dev.clickpath.recommendation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The recommender in memory. It learns from interactions as they come, in any order of
 * time, and each batch counts from the moment {@link #learn} returns; the same
 * interactions in the same order make the same model. Answers come from immutable
 * snapshots and never wait for learning. Unknown products and visitors have empty
 * answers.
 * <p>
 * Time is that of the newest interaction, not the clock's, so that history brought from
 * elsewhere works as on its last day.
 */
public final class Model {

	private final Tuning tuning;

	private final Products products;

	private final Histories histories;

	private final CoVisits viewed;

	private final CoVisits bought;

	private final Trends trends;

	private long now = Long.MIN_VALUE;

	private volatile Snapshot snapshot;

	public Model(Tuning tuning) {
		this.tuning = tuning;
		this.products = new Products(tuning.products());
		this.histories = new Histories(tuning.visitors());
		this.viewed = new CoVisits(tuning, Strengths.INTEREST);
		this.bought = new CoVisits(tuning, Strengths.WANTING);
		this.trends = new Trends(tuning);
		this.snapshot = new Snapshot(Similarities.none(tuning), Similarities.none(tuning), new Top(0));
	}

	/**
	 * Learns from interactions; repeated and late ones do no harm.
	 */
	public synchronized void learn(List<Interaction> interactions) {
		if (interactions.isEmpty()) {
			return;
		}
		interactions.forEach(this::learn);
		this.snapshot = new Snapshot(this.viewed.publish(this.now), this.bought.publish(this.now),
				this.trends.publish(this.now));
	}

	private void learn(Interaction interaction) {
		int product = this.products.learn(interaction.product());
		if (product == Products.UNKNOWN) {
			return;
		}
		long at = interaction.at().toEpochMilli();
		this.now = Math.max(this.now, at);
		History before = this.histories.of(interaction.visitor());
		// A robot's flood is remembered as its own history and teaches nothing.
		boolean counts = before.flood(at) < this.tuning.countedEvents();
		History after = before.with(product, interaction.kind(), at, counts, this.tuning.history());
		this.histories.put(interaction.visitor(), after);
		if (counts) {
			this.viewed.learn(before, after, product, at);
			this.bought.learn(before, after, product, at);
			this.trends.learn(before, after, product, at);
		}
	}

	/**
	 * Makes these interactions all that is known of a visitor. Nothing is learned from
	 * them, and what was learned from others that are gone now stays: it tells of
	 * products and names no visitor.
	 */
	public synchronized void remember(String visitor, List<Interaction> interactions) {
		History history = History.EMPTY;
		for (Interaction interaction : interactions) {
			int product = this.products.learn(interaction.product());
			if (product != Products.UNKNOWN) {
				history = history.with(product, interaction.kind(), interaction.at().toEpochMilli(), true,
						this.tuning.history());
			}
		}
		if (history.size() > 0) {
			this.histories.put(visitor, history);
		}
		else {
			this.histories.remove(visitor);
		}
	}

	/**
	 * The products most related to one, best first.
	 */
	public List<Scored> related(String product, Relation relation, int limit) {
		return scored(this.snapshot.of(relation).mostSimilar(this.products.numberOf(product), limit), limit);
	}

	/**
	 * The products of most interest lately, best first, 200 at most.
	 */
	public List<Scored> trending(int limit) {
		return scored(this.snapshot.trending(), limit);
	}

	/**
	 * The products that a visitor's history speaks for and that are not in it, best
	 * first.
	 */
	public List<Recommendation> recommendations(String visitor, int limit) {
		History history = this.histories.of(visitor);
		Blend blend = this.snapshot.blend(history, this.tuning);
		Top top = blend.best(limit, history);
		List<Recommendation> recommendations = new ArrayList<>(top.size());
		for (int i = 0; i < top.size(); i++) {
			recommendations.add(new Recommendation(this.products.name(top.item(i)), (float) top.score(i),
					this.products.name(blend.because(top.item(i)))));
		}
		return recommendations;
	}

	/**
	 * The way a visitor took.
	 * @param limit the length of each list
	 */
	public Trail trail(String visitor, int limit) {
		History history = this.histories.of(visitor);
		return new Trail(latest(history, Kind.VIEW::isIn, limit),
				latest(history, (kinds) -> Strengths.WANTING.of(kinds) > 0, limit));
	}

	private List<String> latest(History history, IntPredicate wanted, int limit) {
		List<String> latest = new ArrayList<>();
		for (int i = 0; i < history.size() && latest.size() < limit; i++) {
			if (wanted.test(history.seen(i))) {
				latest.add(this.products.name(history.product(i)));
			}
		}
		return latest;
	}

	private List<Scored> scored(Top top, int limit) {
		int size = Math.min(top.size(), limit);
		List<Scored> scored = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			scored.add(new Scored(this.products.name(top.item(i)), (float) top.score(i)));
		}
		return scored;
	}

}
