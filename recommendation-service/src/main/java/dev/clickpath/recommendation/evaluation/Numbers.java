package dev.clickpath.recommendation.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers names in the order in which they come.
 */
final class Numbers {

	private final Map<String, Integer> numbers = new HashMap<>();

	private final List<String> names = new ArrayList<>();

	int of(String name) {
		Integer known = this.numbers.get(name);
		if (known != null) {
			return known;
		}
		this.numbers.put(name, this.names.size());
		this.names.add(name);
		return this.names.size() - 1;
	}

	String name(int number) {
		return this.names.get(number);
	}

	int size() {
		return this.names.size();
	}

}
