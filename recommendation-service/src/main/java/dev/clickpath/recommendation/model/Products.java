package dev.clickpath.recommendation.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Numbers the products in the order in which they were first met, so that all else can be
 * arrays. One thread writes, any number read.
 */
final class Products {

	static final int UNKNOWN = -1;

	private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

	private int limit;

	private volatile AtomicReferenceArray<String> names = new AtomicReferenceArray<>(1024);

	/**
	 * @param limit how many are numbered; those met later stay unknown
	 */
	Products(int limit) {
		this.limit = limit;
	}

	int numberOf(String product) {
		return this.numbers.getOrDefault(product, UNKNOWN);
	}

	int learn(String product) {
		int known = numberOf(product);
		int next = size();
		if (known != UNKNOWN || next == this.limit) {
			return known;
		}
		if (next == this.names.length()) {
			this.names = grown(this.names);
		}
		this.names.set(next, product);
		this.numbers.put(product, next);
		return next;
	}

	/**
	 * Numbers no more than there are.
	 */
	void close() {
		this.limit = size();
	}

	String name(int number) {
		return this.names.get(number);
	}

	int size() {
		return this.numbers.size();
	}

	private static AtomicReferenceArray<String> grown(AtomicReferenceArray<String> names) {
		AtomicReferenceArray<String> grown = new AtomicReferenceArray<>(names.length() * 2);
		for (int i = 0; i < names.length(); i++) {
			grown.set(i, names.get(i));
		}
		return grown;
	}

}
