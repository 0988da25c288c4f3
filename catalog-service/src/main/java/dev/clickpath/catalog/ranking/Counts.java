package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.clickpath.catalog.product.Ratings;
import org.jspecify.annotations.Nullable;

/**
 * Counts products by what they are.
 */
final class Counts {

	/** Of more products than that no attribute tells much: nobody has named a thing. */
	private static final int MOST_FOR_ATTRIBUTES = 50_000;

	private final Set<Counted> counted;

	private int total;

	/** Whose attributes are counted in the end, unless there are too many. */
	private final List<Segment> segments = new ArrayList<>();

	private final Counter departments;

	private final Counter categories;

	private final Counter brands;

	private final Counter attributes;

	private final Prices prices;

	private boolean attributesCounted;

	/** By whole stars. */
	private final int[] ratings = new int[Ratings.MOST_STARS + 1];

	private int inStock;

	private int onSale;

	Counts(Set<Counted> counted, Shelves shelves, List<Long> priceLimits) {
		this.counted = counted;
		this.prices = new Prices(priceLimits);
		this.departments = new Counter(shelves.departments().size());
		this.categories = new Counter(shelves.categories().size());
		this.brands = new Counter(isCounted(Counted.BRANDS) ? shelves.brands().size() : 0);
		this.attributes = new Counter(counted.contains(Counted.ATTRIBUTES) ? shelves.attributes().size() : 0);
	}

	/**
	 * The part of it that reads one segment of the index.
	 */
	Segment in(Columns columns) {
		Segment segment = new Segment(columns);
		this.segments.add(segment);
		return segment;
	}

	/**
	 * Adds what was counted elsewhere.
	 */
	void add(Counts other) {
		this.total += other.total;
		this.segments.addAll(other.segments);
		this.departments.add(other.departments);
		this.categories.add(other.categories);
		this.brands.add(other.brands);
		this.prices.add(other.prices);
		Arrays.setAll(this.ratings, (rating) -> this.ratings[rating] + other.ratings[rating]);
		this.inStock += other.inStock;
		this.onSale += other.onSale;
	}

	final class Segment {

		private final boolean countsShelves = isCounted(Counted.DEPARTMENTS, Counted.CATEGORIES);

		private final boolean countsBrands = isCounted(Counted.BRANDS);

		private final boolean countsOffers = isCounted(Counted.PRICES, Counted.RATINGS, Counted.STOCK, Counted.SALE);

		private final Columns columns;

		private final boolean countsAttributes = isCounted(Counted.ATTRIBUTES);

		private int[] documents = {};

		private int size;

		private int kind;

		private int standing;

		Segment(Columns columns) {
			this.columns = columns;
		}

		/**
		 * Counts a product; documents come in order.
		 */
		void add(int document) {
			Counts.this.total++;
			addShelf(this.columns.shelf(document));
			addOffer(this.columns.offer(document));
			if (this.countsAttributes && Counts.this.total <= MOST_FOR_ATTRIBUTES) {
				if (this.size == this.documents.length) {
					this.documents = Arrays.copyOf(this.documents, Math.max(64, 2 * this.size));
				}
				this.documents[this.size++] = document;
			}
		}

		private void addAttributes(Counter attributes) {
			for (int i = 0; i < this.size; i++) {
				this.columns.countAttributes(this.documents[i], attributes);
			}
		}

		private void addShelf(long packed) {
			this.kind = Packed.kind(packed);
			if (this.countsShelves) {
				Counts.this.departments.add(Packed.department(packed));
				Counts.this.categories.add(Packed.category(packed));
			}
			if (this.countsBrands) {
				Counts.this.brands.add(Packed.brand(packed));
			}
		}

		private void addOffer(long packed) {
			this.standing = Packed.standing(packed);
			if (this.countsOffers) {
				Counts.this.prices.add(Packed.price(packed));
				Counts.this.ratings[Packed.stars(packed)]++;
				Counts.this.inStock += Packed.inStock(packed);
				Counts.this.onSale += Packed.onSale(packed);
			}
		}

		/** The number of the kind of the product counted last. */
		int kind() {
			return this.kind;
		}

		/** What popularity, rating and stock make of the product counted last. */
		int standing() {
			return this.standing;
		}

	}

	private boolean isCounted(Counted... any) {
		return Arrays.stream(any).anyMatch(this.counted::contains);
	}

	int total() {
		return this.total;
	}

	Counter departments() {
		return this.departments;
	}

	Counter categories() {
		return this.categories;
	}

	Counter brands() {
		return this.brands;
	}

	Prices prices() {
		return this.prices;
	}

	/** How many have so many stars or more. */
	int ratedAtLeast(int stars) {
		return Arrays.stream(this.ratings, stars, this.ratings.length).sum();
	}

	int inStock() {
		return this.inStock;
	}

	int onSale() {
		return this.onSale;
	}

	/**
	 * The counts of attributes, or null when there are too many products for them to
	 * matter.
	 */
	@Nullable Counter attributes() {
		if (this.total > MOST_FOR_ATTRIBUTES) {
			return null;
		}
		if (!this.attributesCounted) {
			this.attributesCounted = true;
			for (Segment segment : this.segments) {
				segment.addAttributes(this.attributes);
			}
		}
		return this.attributes;
	}

}
