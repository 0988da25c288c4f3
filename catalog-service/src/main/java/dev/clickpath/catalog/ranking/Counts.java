package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * Counts products by what they are.
 */
final class Counts {

	/** Of more products than that no attribute tells much: nobody has named a thing. */
	private static final int MOST_FOR_ATTRIBUTES = 50_000;

	private static final int BEST_RATING = 50;

	private final Set<Counted> counted;

	private int total;

	private final Counter departments;

	private final Counter categories;

	private final Counter brands;

	private final Counter attributes;

	private final Prices prices;

	private final int[] ratings = new int[BEST_RATING + 1];

	private int inStock;

	private int onSale;

	Counts(Set<Counted> counted, Shelves shelves, List<Long> priceLimits) {
		this.counted = counted;
		this.prices = new Prices(priceLimits);
		this.departments = new Counter(shelves.departments().size());
		this.categories = new Counter(shelves.categories().size());
		this.brands = new Counter(counted.contains(Counted.BRANDS) ? shelves.brands().size() : 0);
		this.attributes = new Counter(counted.contains(Counted.ATTRIBUTES) ? shelves.attributes().size() : 0);
	}

	/**
	 * The part of it that reads one segment of the index.
	 */
	Segment in(LeafReader reader) throws IOException {
		return new Segment(reader);
	}

	final class Segment {

		private final NumericDocValues category;

		private final @Nullable NumericDocValues department;

		private final @Nullable NumericDocValues brand;

		private final @Nullable NumericDocValues price;

		private final @Nullable NumericDocValues rating;

		private final @Nullable NumericDocValues flag;

		private final @Nullable SortedNumericDocValues attribute;

		Segment(LeafReader reader) throws IOException {
			this.category = DocValues.getNumeric(reader, Fields.CATEGORY);
			this.department = values(reader, Fields.DEPARTMENT, Counted.DEPARTMENTS);
			this.brand = values(reader, Fields.BRAND, Counted.BRANDS);
			this.price = values(reader, Fields.PRICE, Counted.PRICES);
			this.rating = values(reader, Fields.RATING, Counted.RATINGS);
			this.flag = values(reader, Fields.FLAGS, Counted.STOCK, Counted.SALE);
			this.attribute = Counts.this.counted.contains(Counted.ATTRIBUTES)
					? DocValues.getSortedNumeric(reader, Fields.ATTRIBUTE) : null;
		}

		private @Nullable NumericDocValues values(LeafReader reader, String field, Counted... any) throws IOException {
			for (Counted each : any) {
				if (Counts.this.counted.contains(each)) {
					return DocValues.getNumeric(reader, field);
				}
			}
			return null;
		}

		/**
		 * Counts a product; documents come in order.
		 * @return the number of its category
		 */
		int add(int document) throws IOException {
			Counts.this.total++;
			int ofCategory = number(this.category, document);
			Counts.this.categories.add(ofCategory);
			if (this.department != null) {
				Counts.this.departments.add(number(this.department, document));
			}
			if (this.brand != null) {
				Counts.this.brands.add(number(this.brand, document));
			}
			if (this.price != null && this.price.advanceExact(document)) {
				Counts.this.prices.add(this.price.longValue());
			}
			if (this.rating != null) {
				Counts.this.ratings[Math.clamp(number(this.rating, document), 0, BEST_RATING)]++;
			}
			if (this.flag != null) {
				int flags = number(this.flag, document);
				Counts.this.inStock += flags & 1;
				Counts.this.onSale += flags >> 1;
			}
			if (this.attribute != null && Counts.this.total <= MOST_FOR_ATTRIBUTES
					&& this.attribute.advanceExact(document)) {
				for (int i = this.attribute.docValueCount(); i > 0; i--) {
					Counts.this.attributes.add((int) this.attribute.nextValue());
				}
			}
			return ofCategory;
		}

		private static int number(NumericDocValues values, int document) throws IOException {
			return values.advanceExact(document) ? (int) values.longValue() : 0;
		}

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
		int count = 0;
		for (int tenths = stars * 10; tenths <= BEST_RATING; tenths++) {
			count += this.ratings[tenths];
		}
		return count;
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
		return (this.total <= MOST_FOR_ATTRIBUTES) ? this.attributes : null;
	}

}
