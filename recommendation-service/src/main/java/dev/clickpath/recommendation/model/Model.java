package dev.clickpath.recommendation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import dev.clickpath.recommendation.training.Sequences;
import dev.clickpath.recommendation.training.Taste;
import org.jspecify.annotations.Nullable;

/**
 * The recommender in memory. It learns from interactions as they come, in any order of
 * time, and each batch counts from the moment {@link #learn} returns; the same
 * interactions in the same order make the same model. Answers come from immutable
 * snapshots and never wait for learning. What belongs together is known at once from
 * pairs counted one by one, and better from training on all that is remembered, which
 * happens now and then, elsewhere; of what that does not know yet the pairs speak.
 * Unknown products and visitors have empty answers.
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

	private final RegionalTrends trends;

	private final Assortment assortment = new Assortment();

	private long now = Long.MIN_VALUE;

	private volatile long changes;

	private volatile Snapshot snapshot;

	public Model(Tuning tuning) {
		this.tuning = tuning;
		this.products = new Products(tuning.products());
		this.histories = new Histories(tuning.visitors());
		this.viewed = new CoVisits(tuning, Strengths.INTEREST);
		this.bought = new CoVisits(tuning, Strengths.WANTING);
		this.trends = new RegionalTrends(tuning);
		this.snapshot = new Snapshot(Similarities.none(tuning), Similarities.none(tuning),
				new Trending(new Top(0), Map.of()), Taste.NONE);
	}

	/**
	 * Learns from interactions; repeated and late ones do no harm.
	 */
	public synchronized void learn(List<Interaction> interactions) {
		if (!interactions.isEmpty()) {
			study(interactions);
			publish();
		}
	}

	/**
	 * Learns from interactions that are to count later. To publish often what nobody asks
	 * for yet would copy the whole model again and again.
	 */
	public synchronized void study(List<Interaction> interactions) {
		interactions.forEach(this::learn);
	}

	/**
	 * Lets count what has been learned.
	 */
	public synchronized void publish() {
		this.changes = this.changes + 1;
		this.snapshot = this.snapshot.with(this.viewed.publish(this.now), this.bought.publish(this.now),
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
		History after = before.with(product, interaction.kind(), at, counts, this.tuning);
		this.histories.put(interaction.visitor(), after);
		if (counts) {
			this.viewed.learn(before, after, product, at);
			this.bought.learn(before, after, product, at);
			this.trends.add(product, before.momentOf(product), after.momentOf(product), interaction.region());
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
				history = history.with(product, interaction.kind(), interaction.at().toEpochMilli(), true, this.tuning);
			}
		}
		if (history.size() > 0) {
			this.histories.put(visitor, history);
		}
		else {
			this.histories.remove(visitor);
		}
		this.changes = this.changes + 1;
	}

	/**
	 * Grows whenever something is learned or forgotten.
	 */
	public long changes() {
		return this.changes;
	}

	/**
	 * What the visitors that are remembered met, for training. May take some time, and
	 * keeps nobody waiting.
	 */
	public Sequences sequences() {
		return this.histories.sequences();
	}

	/**
	 * From now on answers with what training has made of the {@link #sequences()}.
	 */
	public synchronized void use(Taste taste) {
		this.snapshot = this.snapshot.with(taste);
	}

	/**
	 * What training has made so far.
	 */
	public Taste taste() {
		return this.snapshot.taste();
	}

	/**
	 * Learns what a product is. Until visitors have met it, that is all there is to go
	 * by.
	 */
	public synchronized void describe(String product, Traits traits) {
		int number = this.products.learn(product);
		if (number != Products.UNKNOWN) {
			this.assortment.describe(number, traits);
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
		return trending(null, limit);
	}

	/**
	 * The products of most interest lately where things are delivered to one region, best
	 * first, 200 at most. What interests the other regions counts little, and is all
	 * there is for a region of which nothing is known.
	 */
	public List<Scored> trending(@Nullable String region, int limit) {
		return scored(this.snapshot.trending().in(region), limit);
	}

	/**
	 * The products most like one in category and brand, best first.
	 */
	public List<Scored> alike(String product, int limit) {
		int number = this.products.numberOf(product);
		return scored(this.assortment.mostAlike(number, limit, History.EMPTY), limit);
	}

	/**
	 * The products that a visitor's history speaks for and that are not in it, best
	 * first.
	 */
	public List<Recommendation> recommendations(String visitor, int limit) {
		History history = this.histories.of(visitor);
		Snapshot current = this.snapshot;
		Merging merging = new Merging(this.products, limit);
		if (history.size() > 0) {
			merging.add(current.taste().best(history.products(), history.interests(), limit));
		}
		merging.add(current.blend(history, this.tuning), history);
		return merging.best();
	}

	/**
	 * The same, and if they are too few then more: what is like the visitor's latest
	 * products, then what is trending where they are.
	 * @param region where the visitor has things delivered, or null
	 */
	public List<Recommendation> recommendations(String visitor, @Nullable String region, int limit) {
		List<Recommendation> recommendations = new ArrayList<>(recommendations(visitor, limit));
		if (recommendations.size() < limit) {
			History history = this.histories.of(visitor);
			new Filling(this.products, this.assortment, this.snapshot.trending().in(region)).fill(recommendations,
					history, limit);
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
				latest(history, (kinds) -> Strengths.WANTING.of(kinds) > 0, limit),
				latest(history, Kind.PURCHASE::isIn, limit));
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
