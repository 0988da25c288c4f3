package dev.clickpath.recommendation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

import dev.clickpath.recommendation.model.Lessons.Lesson;
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

	private final Regions regions = new Regions();

	private final Assortment assortment = new Assortment();

	private Lessons lessons;

	/** What has been learned since somebody began to {@link #relearn}. */
	private @Nullable List<Lesson> meanwhile;

	/** How often somebody was told what is to be {@link #remember remembered}. */
	private volatile long rewritten;

	private long now = Long.MIN_VALUE;

	private volatile long changes;

	private volatile Snapshot snapshot;

	public Model(Tuning tuning) {
		this.tuning = tuning;
		this.products = new Products(tuning.products());
		this.histories = new Histories(tuning.visitors());
		this.lessons = new Lessons(tuning);
		this.snapshot = new Snapshot(Similarities.none(tuning), Similarities.none(tuning),
				new Trending(new Top(0), Map.of()), Taste.NONE, false);
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
		this.snapshot = this.lessons.publish(this.snapshot, this.now);
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
		History after = before.with(product, interaction.kind(), at, counts, this.tuning)
			.in(this.regions.known(interaction.region()));
		this.histories.put(interaction.visitor(), after);
		if (counts) {
			Lesson lesson = new Lesson(before, after, product, at);
			this.lessons.learn(lesson);
			if (this.meanwhile != null) {
				this.meanwhile.add(lesson);
			}
		}
	}

	/**
	 * Makes these interactions all that is known of a visitor. Nothing is learned from
	 * them, and what was learned from others that are gone now stays until somebody lets
	 * it {@link #relearn}: it tells of products and names no visitor.
	 * @return whether there may have been something that is gone now
	 */
	public synchronized boolean remember(String visitor, List<Interaction> interactions) {
		History before = this.histories.of(visitor);
		History after = history(interactions);
		put(visitor, after);
		this.rewritten = this.rewritten + 1;
		return !before.isWhole() || !after.hasAllOf(before);
	}

	private History history(List<Interaction> interactions) {
		History history = History.EMPTY;
		for (Interaction interaction : interactions) {
			int product = this.products.learn(interaction.product());
			if (product != Products.UNKNOWN) {
				history = history.with(product, interaction.kind(), interaction.at().toEpochMilli(), true, this.tuning)
					.in(this.regions.known(interaction.region()));
			}
		}
		return history;
	}

	private synchronized void put(String visitor, History history) {
		if (history.size() > 0) {
			this.histories.put(visitor, history);
		}
		else {
			this.histories.remove(visitor);
		}
		this.changes = this.changes + 1;
	}

	/**
	 * Learns anew from what is remembered of the visitors, as if each had met each
	 * product once: what only somebody has told who is forgotten since is unknown after
	 * that. May take some seconds, in which it goes on learning, and keeps nobody
	 * waiting.
	 */
	public void relearn() {
		Lessons anew;
		List<History> all;
		List<Lesson> since = new ArrayList<>();
		synchronized (this) {
			anew = this.lessons.anew();
			all = this.histories.all();
			this.meanwhile = since;
		}
		all.forEach(anew::learn);
		synchronized (this) {
			since.forEach(anew::learn);
			this.meanwhile = null;
			this.lessons = anew;
			publish();
		}
	}

	/**
	 * About how many bytes it takes to {@link #relearn}.
	 */
	public synchronized long memoryToRelearn() {
		return this.lessons.memory();
	}

	/**
	 * Says that the visitors may have done something before the first interaction that is
	 * told.
	 */
	public void startLate() {
		this.histories.startLate();
	}

	/**
	 * Whether all that is worth remembering of a visitor is remembered: it is not when
	 * they were away for so long that they were forgotten.
	 */
	public boolean remembersAllOf(String visitor) {
		return this.histories.of(visitor).isWhole();
	}

	/**
	 * Remembers a visitor of whom not all is remembered.
	 * @param stored reads all that they did, which may take some time
	 * @return whether there was anything
	 */
	public boolean recall(String visitor, Supplier<List<Interaction>> stored) {
		long then = this.rewritten;
		History known = this.histories.of(visitor);
		List<Interaction> all = stored.get();
		synchronized (this) {
			// What has come meanwhile may not have been stored when they were read, and
			// what was forgotten may still have been.
			if (!all.isEmpty() && this.histories.of(visitor) == known && this.rewritten == then) {
				put(visitor, history(all));
			}
		}
		return !all.isEmpty();
	}

	/**
	 * Makes do with less memory from now on: with fewer visitors and neighbours, and in
	 * the end without new products.
	 * @return whether that is possible any more
	 */
	public synchronized boolean shrink() {
		boolean isLess = this.histories.keepFewer();
		isLess |= this.lessons.keepFewer(this::publish);
		if (!isLess) {
			this.products.close();
		}
		publish();
		return isLess;
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
	 * How many bytes the {@link #sequences()} take.
	 */
	public long memoryOfSequences() {
		return this.histories.memoryOfSequences();
	}

	/**
	 * From now on answers with what training has made of the {@link #sequences()}.
	 */
	public synchronized void use(Taste taste) {
		this.snapshot = this.snapshot.with(taste);
	}

	/**
	 * Says that there will be no training for now: the pairs speak of all products, so
	 * that what is learned goes on to count.
	 */
	public synchronized void lag() {
		this.snapshot = this.snapshot.lagging();
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
