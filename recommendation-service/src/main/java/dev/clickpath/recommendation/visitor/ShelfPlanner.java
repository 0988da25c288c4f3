package dev.clickpath.recommendation.visitor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Recommendation;
import dev.clickpath.recommendation.model.Relation;
import dev.clickpath.recommendation.model.Scored;
import dev.clickpath.recommendation.model.Trail;
import org.jspecify.annotations.Nullable;

/**
 * Fills one visitor's shelves one after the other, so that no product stands on two, and
 * none that the visitor has bought or does not want to see.
 */
final class ShelfPlanner {

	private static final int LATEST = 12;

	/** Some more than fit, since some may be sold out, or too much like each other. */
	private static final int LENGTH = 16;

	/** A shorter row with a reason looks like an accident. */
	private static final int SHORTEST = 4;

	private static final int REASONS = 2;

	/** How many of the latest products are tried as a reason. */
	private static final int TRIED = 6;

	private final Model model;

	private final String visitor;

	private final @Nullable String region;

	private final List<Shelf> shelves = new ArrayList<>();

	private final List<String> dismissed;

	private final Set<String> shown = new HashSet<>();

	/**
	 * @param region where the visitor is, or null
	 * @param dismissed what the visitor does not want to see
	 */
	ShelfPlanner(Model model, String visitor, @Nullable String region, List<String> dismissed) {
		this.model = model;
		this.visitor = visitor;
		this.region = region;
		this.dismissed = dismissed;
		this.shown.addAll(dismissed);
	}

	VisitorShelves plan() {
		Trail trail = this.model.trail(this.visitor, Picks.WHOLE);
		this.shown.addAll(trail.bought());
		add(ShelfKind.RECENTLY_VIEWED, null, trail.viewed().stream(), LATEST, 1);
		this.shown.addAll(trail.viewed());
		this.shown.addAll(trail.wanted());
		boolean choosing = isChoosing(trail);
		if (choosing) {
			addBoughtTogether(trail);
		}
		if (addReasoned(ShelfKind.BECAUSE_YOU_VIEWED, trail.viewed(), related(Relation.VIEWED), REASONS) == 0) {
			addReasoned(ShelfKind.SIMILAR, trail.viewed(), this.model::alike, 1);
		}
		add(ShelfKind.RECOMMENDED, null,
				this.model.recommendations(this.visitor, enough()).stream().map(Recommendation::id), LENGTH, 1);
		if (!choosing) {
			addBoughtTogether(trail);
		}
		addTrending();
		return new VisitorShelves(this.visitor, this.shelves, this.dismissed);
	}

	/**
	 * Whether what the visitor looked at last is what they put into the basket or bought:
	 * then what goes with it comes before what is like it.
	 */
	private static boolean isChoosing(Trail trail) {
		return !trail.wanted().isEmpty()
				&& (trail.viewed().isEmpty() || trail.viewed().getFirst().equals(trail.wanted().getFirst()));
	}

	private void addBoughtTogether(Trail trail) {
		addReasoned(ShelfKind.BOUGHT_TOGETHER, trail.wanted(), related(Relation.BOUGHT), 1);
	}

	/** Where nothing is known of the region, nobody is told that it is. */
	private void addTrending() {
		List<Scored> everywhere = this.model.trending(enough());
		List<Scored> near = this.model.trending(this.region, enough());
		ShelfKind kind = ids(near).equals(ids(everywhere)) ? ShelfKind.TRENDING : ShelfKind.TRENDING_NEAR_YOU;
		add(kind, null, ids(near).stream(), LENGTH, 1);
	}

	private static List<String> ids(List<Scored> products) {
		return products.stream().map(Scored::id).toList();
	}

	private BiFunction<String, Integer, List<Scored>> related(Relation relation) {
		return (product, limit) -> this.model.related(product, relation, limit);
	}

	/** How many shelves there are of that. */
	private int addReasoned(ShelfKind kind, List<String> reasons, BiFunction<String, Integer, List<Scored>> related,
			int most) {
		int added = 0;
		for (int i = 0; i < Math.min(reasons.size(), TRIED) && added < most; i++) {
			Stream<String> candidates = related.apply(reasons.get(i), enough()).stream().map(Scored::id);
			if (add(kind, reasons.get(i), candidates, LENGTH, SHORTEST)) {
				added++;
			}
		}
		return added;
	}

	private boolean add(ShelfKind kind, @Nullable String because, Stream<String> candidates, int most, int least) {
		List<String> products = candidates.filter((id) -> !this.shown.contains(id)).limit(most).toList();
		if (products.size() < least) {
			return false;
		}
		this.shown.addAll(products);
		this.shelves.add(new Shelf(kind, because, products));
		return true;
	}

	/** So many that a shelf is full without those shown already. */
	private int enough() {
		return this.shown.size() + LENGTH;
	}

}
