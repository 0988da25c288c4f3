package dev.clickpath.recommendation.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EvaluationTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Test
	void leavesOutTheLastProductOfEachVisitorAndAllAfterIt() {
		Dataset dataset = dataset("anna c 3, anna a 1, anna b 2, anna a 9, ben a 1, ben b 2");
		assertThat(name(dataset, dataset.target(0))).isEqualTo("c");
		assertThat(dataset.sequence(0)).containsExactly(dataset.product("a"), dataset.product("b"));
		assertThat(dataset.target(1)).isEqualTo(Dataset.NONE);
		assertThat(dataset.popularity(dataset.product("c"))).isZero();
		assertThat(dataset.popularity(dataset.product("b"))).isEqualTo(2);
		assertThat(dataset.interactions()).extracting(Interaction::product).containsExactly("a", "a", "b", "b");
	}

	@Test
	void takesTheOrderOfTheFileWhereTimesAreEqual() {
		Dataset dataset = dataset("anna b 1, anna a 1, anna d 1, anna c 1");
		assertThat(name(dataset, dataset.target(0))).isEqualTo("c");
		assertThat(dataset.sequence(0)).containsExactly(dataset.product("b"), dataset.product("a"),
				dataset.product("d"));
	}

	@Test
	void countsTheNearerPairsForMoreAndTheLaterProductsToo() {
		Dataset dataset = dataset("anna a 1, anna b 2, anna c 3, anna d 4, anna e 5, anna x 6, ben a 1, ben q 2");
		double[] scores = new double[dataset.products()];
		new CoVisitation(dataset).score(new int[] { dataset.product("a"), dataset.product("e") }, scores);
		assertThat(scores[dataset.product("b")]).isCloseTo(0.5 * 1 + 1.0 / 3, within(1e-9));
		assertThat(scores[dataset.product("d")]).isCloseTo(0.5 / 3 + 1, within(1e-9));
		assertThat(scores[dataset.product("q")]).isCloseTo(0.5, within(1e-9));
		assertThat(scores[dataset.product("x")]).isZero();
	}

	@Test
	void measuresNeighboursByTheCosine() {
		Dataset dataset = dataset("anna a 1, anna b 2, ben a 1, ben b 2, cleo a 1, cleo c 2, dora b 1");
		double[] scores = new double[dataset.products()];
		new ItemKnn(dataset).score(new int[] { dataset.product("a") }, scores);
		assertThat(scores[dataset.product("b")]).isCloseTo(2 / 3.0, within(1e-9));
		assertThat(scores[dataset.product("c")]).isCloseTo(1 / Math.sqrt(3), within(1e-9));
	}

	@Test
	void recommendsTheBestFirstAndNothingMet() {
		Dataset dataset = dataset("a p 1, b p 1, c p 1, a q 2, b q 2, d r 1, a s 3, b s 3, d q 0, d p 2");
		assertThat(new MostPopular(dataset).recommend(3, 10)).containsExactly(dataset.product("p"));
		assertThat(new MostPopular(dataset).recommend(2, 2)).containsExactly(dataset.product("q"),
				dataset.product("r"));
	}

	@Test
	void givesFullMarksToWhoIsAlwaysRight() {
		Dataset dataset = dataset("anna a 1, anna b 2, anna c 3, ben a 1, ben b 2, ben d 3");
		Scorecard right = Scorecard.of(always(dataset, 0), dataset, 1);
		assertThat(right.hitRate()).isOne();
		assertThat(right.ndcg()).isOne();
		assertThat(right.coverage()).isEqualTo(0.5);
		Scorecard second = Scorecard.of(always(dataset, 1), dataset, 1);
		assertThat(second.hitRate()).isOne();
		assertThat(second.ndcg()).isCloseTo(1 / (Math.log(3) / Math.log(2)), within(1e-9));
	}

	private static Contestant always(Dataset dataset, int place) {
		return new Contestant() {

			@Override
			public String name() {
				return "right";
			}

			@Override
			public int[] recommend(int visitor, int limit) {
				int[] products = new int[place + 1];
				products[place] = dataset.target(visitor);
				return products;
			}

		};
	}

	@Test
	void printsATableInWhichTheShopBeatsPopularity() {
		StringBuilder lines = new StringBuilder("\nnonsense\n");
		for (int visitor = 0; visitor < 300; visitor++) {
			for (int step = 0; step < 6; step++) {
				lines.append(line("v" + visitor, "p" + (visitor * 7 + step) % 100, step));
			}
		}
		assertThat(run(lines.toString())).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8))
			.contains("1,800 events of 300 visitors with 100 products; predicted are 300", "popularity",
					"co-visitation, window 3", "item-kNN", "EASE, λ", "times popularity's")
			.doesNotContain("has forgotten")
			.containsPattern("Clickpath +1\\.0000 +1\\.0000");
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("Line 2 is left out: it must be valid JSON.");
	}

	@Test
	void saysWhatIsWrongInOneSentence() {
		assertThat(run("")).isOne();
		assertThat(run(line("a", "b", 1))).isOne();
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines()).hasSize(2)
			.allSatisfy((sentence) -> assertThat(sentence).contains("nothing to predict"));
	}

	private static String line(String visitor, String product, int second) {
		return "{\"visitor\":\"%s\",\"type\":\"view\",\"product\":\"%s\",\"at\":\"%s\"}\n".formatted(visitor, product,
				Instant.ofEpochSecond(second));
	}

	private int run(String lines) {
		return Evaluation.run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
				new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

	private static String name(Dataset dataset, int product) {
		for (String name : new String[] { "a", "b", "c", "d" }) {
			if (dataset.product(name) == product) {
				return name;
			}
		}
		return "none";
	}

	/** Each event as visitor, product and second. */
	private static Dataset dataset(String events) {
		Dataset dataset = new Dataset();
		for (String event : events.split(", ", -1)) {
			String[] words = event.split(" ", -1);
			dataset.add(new Event(words[0], Kind.VIEW, words[1], Instant.ofEpochSecond(Long.parseLong(words[2]))));
		}
		return dataset.split();
	}

}
