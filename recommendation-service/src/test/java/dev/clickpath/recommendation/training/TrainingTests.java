package dev.clickpath.recommendation.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class TrainingTests {

	private final Training training = new Training(2);

	@Test
	void findsOutThatTheNextNumberFollows() {
		Sequences walkers = Crowd.walkers(600, 80, 6);
		Recipe recipe = this.training.findRecipe(walkers);
		Taste taste = this.training.learn(walkers, recipe);
		assertThat(recipe.gain()).isGreaterThan(0.8);
		Ranked next = taste.best(new int[] { 14, 13, 12 }, new float[] { 1, 1, 1 }, 3).getFirst();
		assertThat(next.product()).isEqualTo(15);
		assertThat(next.because()).isEqualTo(14);
	}

	@Test
	void trustsItsUsualRecipeWhenThereIsTooLittleToLearnFrom() {
		Sequences few = Crowd.of(new int[] { 0, 1 }, new int[] { 0, 1, 2 }, new int[] { 0, 3 });
		Recipe recipe = this.training.findRecipe(few);
		assertThat(recipe.parts()).isEqualTo(Recipe.USUAL.parts());
		assertThat(this.training.learn(few, recipe).best(new int[] { 0 }, new float[] { 1 }, 1)).singleElement()
			.satisfies((ranked) -> assertThat(ranked.product()).isOne());
	}

	@Test
	void learnsNothingFromNothing() {
		Sequences nothing = new Sequences(0);
		Taste taste = this.training.learn(nothing, this.training.findRecipe(nothing));
		assertThat(taste.best(new int[] { 3 }, new float[] { 1 }, 10)).isEmpty();
		assertThat(taste.knows(0)).isFalse();
		assertThat(Taste.NONE.best(new int[0], new float[0], 10)).isEmpty();
	}

	@Test
	void findsTheSameAgain() {
		Sequences crowd = Crowd.random(3, 500, 60, 9);
		assertThat(this.training.findRecipe(crowd)).isEqualTo(new Training(1).findRecipe(crowd));
	}

	/** All parts at once, added up product by product as the formula has it. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void saysWhatTheFormulaSays(long seed) {
		Sequences any = Crowd.random(seed, 300, 40, 9);
		Sequences crowd = Numbering.of(any, Extent.MOST).of(any);
		Recipe recipe = new Recipe(List.of(new Part(new Source.Pairs(new Spread(0.6, 0.6, 0.25)), 0.5, 0.25, 0.7, 1.5),
				new Part(new Source.Linear(1), 0.25, 0, 0.9, 2)), 0, crowd.events());
		Taste taste = this.training.learn(crowd, recipe);
		int[] latest = { 5, 1, 17, 30 };
		float[] interests = { 1, 3, 1, 2 };
		Map<Integer, Double> expected = new HashMap<>();
		Postings postings = new Postings(crowd);
		for (Part part : recipe.parts()) {
			Rows rows = rows(crowd, postings, part.source());
			for (int i = 0; i < latest.length; i++) {
				for (int product = 0; product < crowd.assortment(); product++) {
					double said = part.weight() * Math.pow(part.decay(), i) * interests[i] * rows.of(latest[i], product)
							* Math.pow(Math.max(1, postings.count(latest[i])), -part.own())
							* Math.pow(Math.max(1, postings.count(product)), -part.others());
					expected.merge(product, said, Double::sum);
				}
			}
		}
		Arrays.stream(latest).forEach(expected::remove);
		List<Ranked> ranked = taste.best(latest, interests, 100);
		assertThat(ranked).hasSize((int) expected.values().stream().filter((score) -> score > 0).count());
		assertThat(ranked).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
		// Pairs are kept in steps.
		double most = 3e-4 * ranked.getFirst().score();
		for (Ranked one : ranked) {
			double right = expected.getOrDefault(one.product(), Double.NaN);
			assertThat((double) one.score()).isCloseTo(right, within(most));
		}
	}

	/** Most products of a catalogue are never met. */
	@Test
	void learnsTheSameWhateverNumbersTheProductsHave() {
		int apart = 100;
		int[][] sequences = IntStream.range(0, 300)
			.mapToObj((visitor) -> new int[] { visitor % 29, visitor % 31, visitor % 37 })
			.map((sequence) -> IntStream.of(sequence).distinct().toArray())
			.toArray(int[][]::new);
		Recipe recipe = new Recipe(List.of(new Part(new Source.Linear(1), 0, 0, 0.9, 1)), 0, 900);
		Taste close = this.training.learn(Crowd.of(sequences), recipe);
		Taste far = this.training.learn(Crowd.of(Arrays.stream(sequences)
			.map((sequence) -> IntStream.of(sequence).map((product) -> apart * product).toArray())
			.toArray(int[][]::new)), recipe);
		float[] interests = { 1, 1 };
		assertThat(far.best(new int[] { 3 * apart, 5 * apart }, interests, 10))
			.isEqualTo(close.best(new int[] { 3, 5 }, interests, 10)
				.stream()
				.map((ranked) -> new Ranked(apart * ranked.product(), ranked.score(), apart * ranked.because()))
				.toList());
		assertThat(far.knows(3 * apart)).isTrue();
		assertThat(far.knows(3 * apart + 1)).isFalse();
	}

	@Test
	void learnsOfTheProductsMetMostWhereThereIsNoRoomForAll() {
		Sequences crowd = Crowd.random(1, 2_000, 400, 9);
		long bytes = this.training.memory(crowd);
		assertThat(this.training.within(bytes, crowd).orElseThrow().products(crowd))
			.isEqualTo(this.training.products(crowd));
		Training less = this.training.within(bytes / 4, crowd).orElseThrow();
		assertThat(less.memory(crowd)).isLessThanOrEqualTo(bytes / 4);
		assertThat(less.products(crowd)).isBetween(100, 300);
		Taste taste = less.learn(crowd, Recipe.USUAL);
		assertThat(taste.knows(0)).isTrue();
		assertThat(taste.knows(390)).isFalse();
		assertThat(taste.best(new int[] { 390, 0 }, new float[] { 1, 1 }, 10)).isNotEmpty()
			.allMatch((ranked) -> ranked.because() == 0);
		assertThat(this.training.within(1_000, crowd)).isEmpty();
		assertThat(this.training.within(0, new Sequences(0))).isPresent();
	}

	private static Rows rows(Sequences crowd, Postings postings, Source source) {
		return switch (source) {
			case Source.Pairs(Spread spread) ->
				new PairCounts(crowd, postings, new Workers(1)).count(spread, 40, new SparseRows(crowd.assortment()));
			case Source.Linear(double ridge) ->
				new LinearModel(crowd, postings, crowd.assortment(), new Spare(crowd.assortment()), new Workers(1))
					.fit(ridge);
		};
	}

	@Test
	void isReadByAPersonAndByItself() {
		Recipe recipe = new Recipe(
				List.of(new Part(new Source.Pairs(new Spread(0.6, 0.6, 0.25)), 0.5, -0.25, 0.7, 1.29),
						new Part(new Source.Linear(3), 0, 0, 1, 3.77)),
				0.17, 1000);
		assertThat(recipe.text())
			.isEqualTo("pairs decay 0.6 backward 0.6 damping 0.25, own 0.5 others -0.25 voices 0.7 weight 1.29\n"
					+ "linear ridge 3.0, own 0.0 others 0.0 voices 1.0 weight 3.77");
		assertThat(Recipe.of(recipe.text(), 0.17, 1000)).isEqualTo(recipe);
	}

	@ParameterizedTest
	@ValueSource(strings = { "magic ridge 3.0, own 0.0 others 0.0 voices 1.0 weight 3.77", "linear ridge 3.0",
			"linear ridge NaN, own 0.0 others 0.0 voices 1.0 weight 3.77",
			"linear ridge 3.0, own 0.0 others 0.0 voices 7.0 weight 3.77",
			"linear ridge x, own 0.0 others 0.0 voices 1.0 weight 3.77" })
	void refusesATextThatIsNoRecipe(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Recipe.of(text, 0, 0));
	}

	@Test
	void isOldWhenThereIsMuchMoreOrMuchLess() {
		Recipe recipe = new Recipe(List.of(), 0, 1000);
		assertThat(recipe.isOldFor(1000)).isFalse();
		assertThat(recipe.isOldFor(1250)).isFalse();
		assertThat(recipe.isOldFor(1400)).isTrue();
		assertThat(recipe.isOldFor(700)).isTrue();
	}

}
