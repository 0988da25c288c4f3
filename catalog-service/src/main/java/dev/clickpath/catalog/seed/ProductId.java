package dev.clickpath.catalog.seed;

import java.util.List;
import java.util.stream.Collectors;

import dev.clickpath.catalog.seed.Family.Choice;

/**
 * The id of a variant: ten characters from a hash of family and choices, so that it stays
 * when anything else about the product is edited. There are 5.9e14 of them: among a
 * million products two alike are met once in a thousand catalogues, and then refused.
 */
final class ProductId {

	/** Digits and consonants, so that no id is a word. The letter l looks like a 1. */
	private static final String ALPHABET = "0123456789bcdfghjkmnpqrstvwxyz";

	private static final int LENGTH = 10;

	private ProductId() {
	}

	static String of(Family family, List<Choice> choices) {
		String name = choices.stream().map(Choice::key).collect(Collectors.joining("\n", family.key() + "\n", ""));
		long rest = Hashing.hash(name);
		StringBuilder id = new StringBuilder(LENGTH);
		for (int i = 0; i < LENGTH; i++) {
			id.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length())));
			rest = Long.divideUnsigned(rest, ALPHABET.length());
		}
		return id.toString();
	}

}
