package dev.clickpath.storefront.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * The shelves of one home page while they are put up, one after the other. Of a family
 * one variant stands on one shelf only, but for those looked at lately, and nothing that
 * is sold out or that the visitor does not want to see.
 */
final class Arrangement {

	/** What fits on a shelf before people tire of scrolling. */
	static final int LENGTH = 8;

	/** A shelf with less looks forgotten. */
	private static final int SHORTEST = 4;

	private final List<Shelf> shelves = new ArrayList<>();

	private final Set<String> seen = new HashSet<>();

	private final Cards cards;

	private final Visit visit;

	private final Collection<String> unwanted;

	Arrangement(Cards cards, Visit visit, Collection<String> unwanted) {
		this.cards = cards;
		this.visit = visit;
		this.unwanted = unwanted;
	}

	/**
	 * A shelf of what the visitor knows already, however short.
	 */
	void known(String kind, String heading, List<ProductSummary> products) {
		List<ProductSummary> known = products.stream().filter((product) -> product.stock() > 0).limit(LENGTH).toList();
		if (!known.isEmpty()) {
			put(new Shelf(kind, heading, null, null, this.cards.of(known, this.visit)), known);
		}
	}

	/**
	 * A shelf of what does not stand elsewhere, unless too little is left of it.
	 * @param reason why it is shown to this visitor, or null when it is shown to all
	 */
	void found(String kind, String heading, @Nullable String reason, @Nullable String more,
			Collection<ProductSummary> products) {
		Set<String> families = new HashSet<>(this.seen);
		List<ProductSummary> unseen = products.stream()
			.filter((product) -> isWelcome(product) && families.add(product.kin()))
			.toList();
		List<ProductSummary> chosen = Variety.of(unseen, LENGTH);
		if (chosen.size() >= SHORTEST) {
			put(new Shelf(kind, heading, reason, more, this.cards.of(chosen, this.visit)), chosen);
		}
	}

	/**
	 * The first few that may stand on the page and do not stand there yet, but do from
	 * now on.
	 */
	List<ProductSummary> take(List<ProductSummary> products, int most) {
		return products.stream()
			.filter((product) -> isWelcome(product) && this.seen.add(product.kin()))
			.limit(most)
			.toList();
	}

	private boolean isWelcome(ProductSummary product) {
		return product.stock() > 0 && !this.unwanted.contains(product.id());
	}

	private void put(Shelf shelf, List<ProductSummary> products) {
		products.forEach((product) -> this.seen.add(product.kin()));
		this.shelves.add(shelf);
	}

	int size() {
		return this.shelves.size();
	}

	List<Shelf> shelves() {
		return this.shelves;
	}

}
