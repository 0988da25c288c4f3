package dev.clickpath.cli.faults.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Something that must hold of each of many.
 *
 * @param rule what
 * @param looked at how many
 * @param wrong those of which it does not hold, and why
 */
record Check(String rule, int looked, List<String> wrong) {

	/**
	 * Looks at each.
	 * @param flaw tells what is wrong, or null
	 */
	static <T> Check each(String rule, List<T> things, Function<T, @Nullable String> flaw) {
		List<String> wrong = new ArrayList<>();
		for (T thing : things) {
			String found = flaw.apply(thing);
			if (found != null) {
				wrong.add(found);
			}
		}
		return new Check(rule, things.size(), wrong);
	}

	boolean isOk() {
		return this.wrong.isEmpty();
	}

}
