package dev.clickpath.recommendation.training;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Sequences for tests.
 */
final class Crowd {

	private Crowd() {
	}

	static Sequences of(int[]... sequences) {
		Sequences all = new Sequences(1);
		for (int[] sequence : sequences) {
			byte[] interests = new byte[sequence.length];
			Arrays.fill(interests, (byte) 1);
			all.add(sequence, interests, false);
		}
		return all;
	}

	/**
	 * Anything that may happen, some products being popular.
	 */
	static Sequences random(long seed, int visitors, int products, int longest) {
		Random random = new Random(seed);
		return of(IntStream.range(0, visitors).mapToObj((visitor) -> {
			Set<Integer> sequence = new LinkedHashSet<>();
			int length = 1 + random.nextInt(longest);
			for (int i = 0; i < length; i++) {
				sequence.add((int) (products * random.nextDouble() * random.nextDouble()));
			}
			return sequence.stream().mapToInt(Integer::intValue).toArray();
		}).toArray(int[][]::new));
	}

	/**
	 * Everybody goes from a product to the one with the next number, some products being
	 * popular, and never back.
	 */
	static Sequences walkers(int visitors, int products, int steps) {
		Random random = new Random(7);
		return of(IntStream.range(0, visitors).mapToObj((visitor) -> {
			int start = (int) ((products - steps) * random.nextDouble() * random.nextDouble());
			return IntStream.range(start, start + steps).toArray();
		}).toArray(int[][]::new));
	}

}
