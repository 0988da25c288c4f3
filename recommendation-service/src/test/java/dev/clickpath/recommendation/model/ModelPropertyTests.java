package dev.clickpath.recommendation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The fast model says what the plain one says, whatever happens and however it is cut
 * into batches.
 */
class ModelPropertyTests {

	private static final int PRODUCTS = 30;

	private static final int VISITORS = 25;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void saysWhatThePlainModelSays(long seed) {
		List<Interaction> crowd = Shoppers.crowd(seed, 400, VISITORS, PRODUCTS);
		Model model = new Model(Tuning.DEFAULT);
		PlainModel plain = new PlainModel(Tuning.DEFAULT);
		int batch = (int) seed * 7;
		for (int i = 0; i < crowd.size(); i += batch) {
			model.learn(crowd.subList(i, Math.min(i + batch, crowd.size())));
		}
		crowd.forEach(plain::learn);
		for (int product = 0; product < PRODUCTS; product++) {
			for (Relation relation : Relation.values()) {
				assertSame(scores(model.related("p" + product, relation, 100)), plain.related("p" + product, relation));
			}
		}
		for (int visitor = 0; visitor < VISITORS; visitor++) {
			assertSame(recommended(model.recommendations("v" + visitor, 100)), plain.recommendations("v" + visitor));
		}
		assertSame(scores(model.trending(100)), plain.trending());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void saysTheSameWhenItHasLearnedAnewWhatWasMetOnceAndInOrder(long seed) {
		Set<String> met = new HashSet<>();
		List<Interaction> crowd = Shoppers.crowd(seed, 400, VISITORS, PRODUCTS)
			.stream()
			.sorted(Comparator.comparing(Interaction::at))
			.filter((one) -> met.add(one.visitor() + one.product()))
			.toList();
		Model model = new Model(Tuning.DEFAULT);
		PlainModel plain = new PlainModel(Tuning.DEFAULT);
		model.learn(crowd);
		model.relearn();
		crowd.forEach(plain::learn);
		for (int product = 0; product < PRODUCTS; product++) {
			for (Relation relation : Relation.values()) {
				assertSame(scores(model.related("p" + product, relation, 100)), plain.related("p" + product, relation));
			}
		}
		assertSame(scores(model.trending(100)), plain.trending());
	}

	private static Map<String, Double> scores(List<Scored> products) {
		Map<String, Double> scores = new LinkedHashMap<>();
		products.forEach((product) -> scores.put(product.id(), (double) product.score()));
		return scores;
	}

	private static Map<String, Double> recommended(List<Recommendation> products) {
		Map<String, Double> scores = new LinkedHashMap<>();
		products.forEach((product) -> scores.put(product.id(), (double) product.score()));
		return scores;
	}

	private static void assertSame(Map<String, Double> actual, Map<String, Double> expected) {
		assertThat(actual).hasSameSizeAs(expected);
		// Rounding may swap two that are equal, so the scores are compared place by
		// place.
		List<Double> expectedScores = new ArrayList<>(expected.values());
		int place = 0;
		for (Map.Entry<String, Double> product : actual.entrySet()) {
			double rightScore = expected.getOrDefault(product.getKey(), Double.NaN);
			assertThat(product.getValue()).isCloseTo(rightScore, within(1e-5 * rightScore));
			assertThat(product.getValue()).isCloseTo(expectedScores.get(place++), within(1e-5 * rightScore));
		}
	}

}
