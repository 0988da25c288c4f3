package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Values that many products share, each with a number from 0 that it keeps as long as the
 * index lives. Searches count by the number.
 */
final class Dictionary {

	private final Map<String, Integer> numbers = new HashMap<>();

	private final List<String> values = new ArrayList<>();

	private final UnaryOperator<String> key;

	/**
	 * @param key of a value: values with the same are one, as the first was written
	 */
	Dictionary(UnaryOperator<String> key) {
		this.key = key;
	}

	synchronized int number(String value) {
		Integer known = this.numbers.putIfAbsent(this.key.apply(value), this.values.size());
		if (known == null) {
			this.values.add(value);
			return this.values.size() - 1;
		}
		return known;
	}

	synchronized @Nullable Integer known(String value) {
		return this.numbers.get(this.key.apply(value));
	}

	synchronized String value(int number) {
		return this.values.get(number);
	}

	synchronized int size() {
		return this.values.size();
	}

}
