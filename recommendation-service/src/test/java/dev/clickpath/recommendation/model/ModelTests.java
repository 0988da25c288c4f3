package dev.clickpath.recommendation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.recommendation.training.Sequences;
import dev.clickpath.recommendation.training.Training;
import org.junit.jupiter.api.Test;

import static dev.clickpath.recommendation.model.Shoppers.met;
import static dev.clickpath.recommendation.model.Shoppers.view;
import static dev.clickpath.recommendation.model.Shoppers.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ModelTests {

	private final Model model = new Model(Tuning.DEFAULT);

	@Test
	void hasNothingToSayBeforeItHasLearned() {
		assertThat(this.model.related("kettle", Relation.VIEWED, 10)).isEmpty();
		assertThat(this.model.recommendations("anna", 10)).isEmpty();
		assertThat(this.model.trending(10)).isEmpty();
		assertThat(this.model.trail("anna", 10)).isEqualTo(new Trail(List.of(), List.of(), List.of()));
	}

	@Test
	void relatesWhatTheSameVisitorsViewed() {
		this.model.learn(views("anna", "kettle", "teapot"));
		this.model.learn(views("ben", "kettle", "teapot"));
		this.model.learn(views("cleo", "kettle", "scarf"));
		assertThat(related("kettle")).containsExactly("teapot", "scarf");
	}

	@Test
	void prefersTheNeighbourThatNotEverybodyLooksAtAnyway() {
		this.model.learn(views("anna", "kettle", "teapot"));
		this.model.learn(views("ben", "kettle", "bestseller"));
		for (int i = 0; i < 20; i++) {
			this.model.learn(views("other" + i, "bestseller"));
		}
		assertThat(related("kettle")).containsExactly("teapot", "bestseller");
	}

	@Test
	void trustsThinEvidenceLess() {
		this.model.learn(views("anna", "rare", "thin"));
		for (int i = 0; i < 5; i++) {
			this.model.learn(views("visitor" + i, "rare", "solid"));
			this.model.learn(views("another" + i, "solid"));
		}
		assertThat(related("rare")).containsExactly("solid", "thin");
	}

	@Test
	void countsABasketForMoreThanAView() {
		this.model.learn(List.of(view("anna", "kettle", 0), met("anna", "teapot", Kind.BASKET, 1)));
		this.model.learn(List.of(view("ben", "kettle", 0), view("ben", "scarf", 1)));
		assertThat(related("kettle")).containsExactly("teapot", "scarf");
	}

	@Test
	void countsWhatFollowsForMoreThanWhatWentBefore() {
		this.model.learn(views("anna", "before", "kettle"));
		this.model.learn(views("ben", "kettle", "after"));
		assertThat(related("kettle")).containsExactly("after", "before");
	}

	@Test
	void learnsNothingFromRepeats() {
		this.model.learn(views("anna", "kettle", "teapot"));
		List<Scored> once = this.model.related("kettle", Relation.VIEWED, 10);
		this.model.learn(views("anna", "kettle", "teapot"));
		assertThat(this.model.related("kettle", Relation.VIEWED, 10)).isEqualTo(once);
	}

	@Test
	void relatesAsBoughtOnlyWhatWasWanted() {
		this.model.learn(List.of(view("anna", "kettle", 0), view("anna", "scarf", 1),
				met("anna", "kettle", Kind.BASKET, 2), met("anna", "filter", Kind.PURCHASE, 3)));
		assertThat(this.model.related("kettle", Relation.BOUGHT, 10)).extracting(Scored::id).containsExactly("filter");
		assertThat(this.model.related("scarf", Relation.BOUGHT, 10)).isEmpty();
	}

	@Test
	void recommendsWhatIsNewToTheVisitorAndSaysWhy() {
		this.model.learn(views("anna", "kettle", "teapot", "cup"));
		this.model.learn(views("ben", "kettle", "teapot"));
		assertThat(this.model.recommendations("ben", 10)).singleElement().satisfies((recommendation) -> {
			assertThat(recommendation.id()).isEqualTo("cup");
			assertThat(recommendation.because()).isEqualTo("teapot");
		});
	}

	@Test
	void keepsTheTrailInTheOrderOfTimeHoweverItIsTold() {
		this.model.learn(List.of(view("anna", "second", 2), view("anna", "third", 3), view("anna", "first", 1),
				met("anna", "first", Kind.PURCHASE, 9), met("anna", "third", Kind.BASKET, 8),
				view("anna", "second", 0)));
		assertThat(this.model.trail("anna", 10))
			.isEqualTo(new Trail(List.of("third", "second", "first"), List.of("third", "first"), List.of("first")));
		assertThat(this.model.trail("anna", 2).viewed()).containsExactly("third", "second");
	}

	@Test
	void keepsTheSameTrailInWhateverOrderOneProductIsTold() {
		List<Interaction> views = List.of(view("anna", "early", 5), view("anna", "middle", 15),
				view("anna", "late", 25));
		for (Kind kind : Kind.values()) {
			for (Kind other : Kind.values()) {
				List<Interaction> told = List.of(met("anna", "kettle", kind, 10), met("anna", "kettle", other, 20),
						met("anna", "kettle", Kind.PURCHASE, 30));
				Trail right = trail(views, told);
				for (int[] order : new int[][] { { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } }) {
					List<Interaction> shuffled = IntStream.of(order).mapToObj(told::get).toList();
					assertThat(trail(views, shuffled)).isEqualTo(right);
					assertThat(trail(shuffled, views)).isEqualTo(right);
				}
			}
		}
	}

	private static Trail trail(List<Interaction> first, List<Interaction> second) {
		Model fresh = new Model(Tuning.DEFAULT);
		fresh.learn(first);
		fresh.learn(second);
		return fresh.trail("anna", 10);
	}

	@Test
	void remembersOfAVisitorWhatItIsToldAndTeachesNobodyAnew() {
		this.model.learn(views("anna", "kettle", "teapot"));
		this.model.learn(views("ben", "kettle", "cup", "spoon"));
		List<Scored> related = this.model.related("kettle", Relation.VIEWED, 10);
		this.model.remember("anna", List.of());
		this.model.remember("ben", views("ben", "scarf", "kettle", "cup"));
		assertThat(this.model.trail("anna", 10).viewed()).isEmpty();
		assertThat(this.model.trail("ben", 10).viewed()).containsExactly("cup", "kettle", "scarf");
		assertThat(this.model.related("kettle", Relation.VIEWED, 10)).isEqualTo(related);
		this.model.learn(views("ben", "scarf", "kettle", "cup"));
		assertThat(this.model.related("kettle", Relation.VIEWED, 10)).isEqualTo(related);
	}

	@Test
	void tellsWhatIsTrendingNearAndKnowsOfOtherRegionsWhenThereIsLittle() {
		this.model.learn(List.of(inRegion("a", "tea", "eu"), inRegion("b", "tea", "eu"), inRegion("c", "tea", "eu"),
				inRegion("d", "cup", "us"), inRegion("e", "cup", "eu"), inRegion("f", "fan", "ap")));
		assertThat(this.model.trending("us", 10)).extracting(Scored::id).containsExactly("cup", "tea", "fan");
		assertThat(this.model.trending("eu", 10)).extracting(Scored::id).containsExactly("tea", "cup", "fan");
		assertThat(this.model.trending("moon", 10)).isEqualTo(this.model.trending(10));
	}

	@Test
	void doesNotKeepAsManyRegionsAsSomebodyMayName() {
		for (int i = 0; i < 100; i++) {
			this.model.learn(List.of(inRegion("v" + i, "p" + i, "region" + i)));
		}
		assertThat(this.model.trending("region3", 1)).extracting(Scored::id).containsExactly("p3");
		assertThat(this.model.trending("region99", 100)).isEqualTo(this.model.trending(100));
	}

	@Test
	void knowsWhatIsLikeAProductThatNobodyHasMet() {
		this.model.describe("kettle", new Traits("kitchen", "aurora"));
		this.model.describe("teapot", new Traits("kitchen", "birch"));
		this.model.describe("toaster", new Traits("kitchen", "aurora"));
		this.model.describe("lamp", new Traits("lighting", "aurora"));
		this.model.describe("scarf", new Traits(null, null));
		assertThat(this.model.alike("kettle", 10)).extracting(Scored::id).containsExactly("toaster", "teapot", "lamp");
		this.model.describe("toaster", new Traits("lighting", "birch"));
		assertThat(this.model.alike("kettle", 10)).extracting(Scored::id).containsExactly("teapot", "lamp");
		assertThat(this.model.alike("scarf", 10)).isEmpty();
		assertThat(this.model.alike("unheard of", 10)).isEmpty();
	}

	@Test
	void fillsUpWithWhatIsAlikeAndThenWithWhatIsTrending() {
		this.model.describe("kettle", new Traits("kitchen", null));
		this.model.describe("teapot", new Traits("kitchen", null));
		this.model.learn(List.of(inRegion("ben", "scarf", "us"), inRegion("cleo", "fan", "eu")));
		this.model.learn(views("anna", "kettle"));
		assertThat(this.model.recommendations("anna", "us", 10)).extracting(Recommendation::id)
			.containsExactly("teapot", "scarf", "fan");
		assertThat(this.model.recommendations("anna", "us", 10)).extracting(Recommendation::because)
			.containsExactly("kettle", null, null);
		assertThat(this.model.recommendations("stranger", "eu", 2)).extracting(Recommendation::id)
			.startsWith("fan")
			.hasSize(2);
		assertThat(this.model.recommendations("anna", 10)).isEmpty();
	}

	@Test
	void recommendsByItsTrainingAndKnowsAtOnceWhatHasComeSince() {
		for (int i = 0; i < 40; i++) {
			this.model.learn(views("visitor" + i, "kettle", "teapot", "cup", "spoon"));
		}
		train();
		this.model.learn(views("anna", "kettle", "teapot"));
		assertThat(recommended("anna")).startsWith("cup").contains("spoon").doesNotContain("kettle", "teapot");
		assertThat(this.model.recommendations("anna", 1).getFirst().because()).isIn("kettle", "teapot");
		this.model.learn(views("ben", "new kettle", "new filter"));
		this.model.learn(views("cleo", "new kettle"));
		assertThat(recommended("cleo")).containsExactly("new filter");
		this.model.learn(List.of(view("dora", "teapot", 0), view("dora", "new cosy", 1)));
		assertThat(recommended("anna")).contains("new cosy", "cup");
		train();
		assertThat(recommended("cleo")).contains("new filter");
		assertThat(recommended("anna")).contains("new cosy", "cup");
	}

	@Test
	void trainsOnWhatIsRememberedAndCounted() {
		this.model.learn(views("anna", "kettle", "teapot"));
		this.model.learn(views("ben", "kettle", "cup", "spoon"));
		long changes = this.model.changes();
		assertThat(this.model.sequences().events()).isEqualTo(5);
		this.model.remember("ben", List.of());
		assertThat(this.model.sequences().events()).isEqualTo(2);
		assertThat(this.model.changes()).isGreaterThan(changes);
	}

	@Test
	void showsNothingOfWhomItHasForgottenOnceItHasLearnedAnew() {
		this.model.learn(List.of(inRegion("anna", "kettle", "eu"), inRegion("anna", "teapot", "eu"),
				inRegion("ben", "cup", "us"), inRegion("ben", "spoon", "us")));
		List<Scored> others = this.model.trending("us", 2);
		assertThat(this.model.remember("anna", List.of())).isTrue();
		assertThat(this.model.remember("anna", List.of())).isFalse();
		this.model.relearn();
		assertThat(related("kettle")).isEmpty();
		assertThat(this.model.trending("eu", 10)).extracting(Scored::id).containsExactly("cup", "spoon");
		assertThat(this.model.trending("us", 10)).isEqualTo(others);
		assertThat(related("cup")).containsExactly("spoon");
		this.model.learn(views("cleo", "cup", "scarf"));
		assertThat(related("cup")).containsExactlyInAnyOrder("spoon", "scarf");
	}

	@Test
	void recallsWhoWasThereBeforeItWasTold() {
		this.model.startLate();
		assertThat(this.model.recall("stranger", List::of)).isFalse();
		this.model.learn(List.of(view("anna", "cup", 5)));
		assertThat(this.model.remembersAllOf("anna")).isFalse();
		assertThat(this.model.recall("anna",
				() -> List.of(met("anna", "kettle", Kind.PURCHASE, 0), view("anna", "cup", 5))))
			.isTrue();
		assertThat(this.model.remembersAllOf("anna")).isTrue();
		assertThat(this.model.trail("anna", 10).bought()).containsExactly("kettle");
	}

	@Test
	void losesNothingThatComesWhileItRecalls() {
		this.model.startLate();
		this.model.recall("anna", () -> {
			this.model.learn(views("anna", "cup"));
			return views("anna", "kettle");
		});
		assertThat(this.model.trail("anna", 10).viewed()).containsExactly("cup");
		assertThat(this.model.remembersAllOf("anna")).isFalse();
	}

	@Test
	void doesNotRecallWhomItForgetsMeanwhile() {
		this.model.startLate();
		this.model.recall("anna", () -> {
			this.model.remember("anna", List.of());
			return views("anna", "kettle");
		});
		assertThat(this.model.trail("anna", 10).viewed()).isEmpty();
	}

	@Test
	void remembersAllOfEveryoneAsLongAsNobodyHadToGo() {
		this.model.learn(views("anna", "cup"));
		assertThat(this.model.remembersAllOf("anna")).isTrue();
		assertThat(this.model.remembersAllOf("stranger")).isTrue();
	}

	@Test
	void letsThePairsSpeakOfAllWhenTrainingCannotFollow() {
		for (int i = 0; i < 20; i++) {
			this.model.learn(views("kettles" + i, "kettle", "teapot"));
			this.model.learn(views("forks" + i, "fork", "spoon"));
		}
		train();
		this.model.learn(views("anna", "kettle"));
		this.model.learn(views("ben", "kettle", "spoon"));
		assertThat(recommended("anna")).containsExactly("teapot");
		this.model.lag();
		assertThat(recommended("anna")).containsExactly("teapot", "spoon");
		train();
		assertThat(this.model.recommendations("anna", 10)).hasSizeGreaterThan(1);
	}

	@Test
	void makesDoWithLess() {
		for (int i = 0; i < 2_000; i++) {
			this.model.learn(List.of(view("v" + i, "kettle", i), view("v" + i, "p" + i % 90, i)));
		}
		int neighbours = related("kettle").size();
		assertThat(this.model.shrink()).isTrue();
		assertThat(related("kettle")).hasSizeBetween(Tuning.DEFAULT.neighbours() / 2, neighbours - 1);
		assertThat(this.model.sequences().events()).isEqualTo(3_000);
		assertThat(this.model.remembersAllOf("v0")).isFalse();
		while (this.model.shrink()) {
			assertThat(related("kettle")).isNotEmpty();
		}
		assertThat(this.model.sequences().events()).isEqualTo(2_000);
		this.model.learn(views("anna", "p1", "one too many"));
		assertThat(this.model.trail("anna", 10).viewed()).containsExactly("p1");
	}

	private void train() {
		Training training = new Training(1);
		Sequences sequences = this.model.sequences();
		this.model.use(training.learn(sequences, training.findRecipe(sequences)));
	}

	private List<String> recommended(String visitor) {
		return this.model.recommendations(visitor, 10).stream().map(Recommendation::id).toList();
	}

	private static Interaction inRegion(String visitor, String product, String region) {
		return new Interaction(visitor, product, Kind.VIEW, Shoppers.START, region);
	}

	@Test
	void letsInterestFade() {
		this.model.learn(List.of(view("a", "old", 0), view("b", "old", 0), view("c", "old", 0)));
		int fourDays = 4 * 24 * 60;
		this.model.learn(List.of(view("d", "new", fourDays)));
		assertThat(this.model.trending(10)).extracting(Scored::id).containsExactly("new", "old");
		assertThat(this.model.trending(1)).extracting(Scored::id).containsExactly("new");
	}

	@Test
	void isInterestedAnewInWhatIsMetAgain() {
		int month = 30 * 24 * 60;
		for (int i = 0; i < 10; i++) {
			this.model.learn(List.of(met("v" + i, "kettle", Kind.PURCHASE, 0), view("v" + i, "kettle", month)));
		}
		this.model.learn(List.of(met("w", "teapot", Kind.PURCHASE, month)));
		assertThat(this.model.trending(10)).extracting(Scored::id).containsExactly("kettle", "teapot");
		assertThat(this.model.trending(1).getFirst().score()).isCloseTo(10, within(0.01f));
	}

	@Test
	void isInterestedOnceInWhatIsMetAgainAtOnce() {
		this.model.learn(List.of(view("a", "kettle", 0), view("b", "teapot", 0), view("b", "teapot", 1)));
		for (int i = 0; i < 20; i++) {
			this.model.learn(List.of(view("a", "kettle", 1), met("a", "kettle", Kind.BASKET, 0)));
		}
		assertThat(this.model.trending(10)).extracting(Scored::score)
			.satisfiesExactly((kettle) -> assertThat(kettle).isCloseTo(2, within(0.001f)),
					(teapot) -> assertThat(teapot).isCloseTo(1, within(0.001f)));
	}

	@Test
	void worksWithHistoryFromLongAgo() {
		List<Interaction> ancient = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			ancient.add(new Interaction("anna", "p" + i, Kind.VIEW, Instant.ofEpochSecond(i)));
			ancient.add(new Interaction("ben", "p" + i, Kind.VIEW, Instant.ofEpochSecond(i)));
		}
		this.model.learn(ancient);
		assertThat(related("p0")).containsExactly("p1", "p2");
		assertThat(this.model.trending(3)).hasSize(3).allMatch((product) -> product.score() > 0);
	}

	@Test
	void boundsWhatAFloodCanTeach() {
		this.model.learn(views("anna", "kettle", "teapot"));
		List<Interaction> flood = new ArrayList<>();
		IntStream.range(0, 5000).forEach((i) -> flood.add(view("robot", "p" + i, 0)));
		flood.add(view("robot", "kettle", 0));
		flood.add(view("robot", "scarf", 0));
		this.model.learn(flood);
		assertThat(this.model.trending(10_000)).hasSize(Trends.KEPT).extracting(Scored::id).doesNotContain("scarf");
		assertThat(related("kettle")).containsExactly("teapot");
		assertThat(this.model.related("p" + (Tuning.DEFAULT.countedEvents() - 1), Relation.VIEWED, 5)).isNotEmpty();
		assertThat(this.model.related("p" + Tuning.DEFAULT.countedEvents(), Relation.VIEWED, 5)).isEmpty();
		assertThat(this.model.trail("robot", 10_000).viewed()).hasSize(Tuning.DEFAULT.history()).contains("scarf");
	}

	@Test
	void countsAVisitorAgainAfterTheFlood() {
		List<Interaction> flood = new ArrayList<>();
		IntStream.range(0, 1000).forEach((i) -> flood.add(view("robot", "p" + i, 0)));
		this.model.learn(flood);
		int twoDays = 2 * 24 * 60;
		this.model.learn(List.of(view("robot", "kettle", twoDays), view("robot", "teapot", twoDays + 1)));
		assertThat(related("kettle")).startsWith("teapot");
	}

	@Test
	void keepsTheMostSimilarNeighboursOnly() {
		for (int i = 0; i < 10; i++) {
			this.model.learn(views("fan" + i, "kettle", "teapot"));
		}
		for (int i = 0; i < 1000; i++) {
			this.model.learn(List.of(view("v" + i, "kettle", 0), view("v" + i, "p" + i, 60)));
		}
		assertThat(related("kettle")).hasSizeBetween(Tuning.DEFAULT.neighbours(), 2 * Tuning.DEFAULT.neighbours())
			.startsWith("teapot");
	}

	private List<String> related(String product) {
		return this.model.related(product, Relation.VIEWED, 1000).stream().map(Scored::id).toList();
	}

}
