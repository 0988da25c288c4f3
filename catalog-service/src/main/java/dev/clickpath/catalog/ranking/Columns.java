package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * What is counted and weighed of the products of one segment, as arrays: a broad search
 * reads a hundred thousand of them, and from the index's packed files each takes several
 * times as long. Some 30 bytes a product.
 */
final class Columns {

	private final long[] shelves;

	private final long[] offers;

	/** Where the attributes of a product begin; the next one's beginning is their end. */
	private final int[] attributesFrom;

	/** Numbers of attributes; there are never more than fit. */
	private final char[] attributes;

	private Columns(long[] shelves, long[] offers, int[] attributesFrom, char[] attributes) {
		this.shelves = shelves;
		this.offers = offers;
		this.attributesFrom = attributesFrom;
		this.attributes = attributes;
	}

	static Columns of(LeafReader reader) throws IOException {
		int products = reader.maxDoc();
		int[] from = new int[products + 1];
		char[] attributes = new char[8 * products];
		int size = 0;
		SortedNumericDocValues values = DocValues.getSortedNumeric(reader, Fields.ATTRIBUTE);
		for (int product = 0; product < products; product++) {
			from[product] = size;
			int count = values.advanceExact(product) ? values.docValueCount() : 0;
			if (size + count > attributes.length) {
				attributes = Arrays.copyOf(attributes, 2 * (size + count));
			}
			for (int i = 0; i < count; i++) {
				attributes[size++] = (char) values.nextValue();
			}
		}
		from[products] = size;
		return new Columns(numbers(reader, Fields.SHELF), numbers(reader, Fields.OFFER), from,
				Arrays.copyOf(attributes, size));
	}

	private static long[] numbers(LeafReader reader, String field) throws IOException {
		long[] numbers = new long[reader.maxDoc()];
		NumericDocValues values = DocValues.getNumeric(reader, field);
		for (int product = values.nextDoc(); product != DocIdSetIterator.NO_MORE_DOCS; product = values.nextDoc()) {
			numbers[product] = values.longValue();
		}
		return numbers;
	}

	/** {@link Packed} where it stands. */
	long shelf(int product) {
		return this.shelves[product];
	}

	/** {@link Packed} what it is offered for. */
	long offer(int product) {
		return this.offers[product];
	}

	void countAttributes(int product, Counter counter) {
		for (int i = this.attributesFrom[product]; i < this.attributesFrom[product + 1]; i++) {
			counter.add(this.attributes[i]);
		}
	}

}
