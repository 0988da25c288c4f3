package dev.clickpath.recommendation.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Kind;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Traits;
import dev.clickpath.recommendation.model.Tuning;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShelfPlannerTests {

	private final Model model = new Model(Tuning.DEFAULT);

	private int seconds;

	@Test
	void hasOnlyTheTrendingForAStranger() {
		view("anna", "kettle");
		assertThat(shelves("stranger")).containsExactly(new Shelf(ShelfKind.TRENDING, null, List.of("kettle")));
	}

	@Test
	void showsWhatWasViewedTheLatestFirstOnceAndTwelveAtMost() {
		for (int i = 1; i <= 15; i++) {
			view("anna", "p" + i);
		}
		view("anna", "p10");
		assertThat(shelves("anna").getFirst()).isEqualTo(new Shelf(ShelfKind.RECENTLY_VIEWED, null,
				List.of("p10", "p15", "p14", "p13", "p12", "p11", "p9", "p8", "p7", "p6", "p5", "p4")));
	}

	@Test
	void givesTheReasonOfAShelf() {
		crowd("tea", 20);
		view("anna", "tea1");
		assertThat(shelves("anna")).extracting(Shelf::kind)
			.containsExactly(ShelfKind.RECENTLY_VIEWED, ShelfKind.BECAUSE_YOU_VIEWED, ShelfKind.RECOMMENDED,
					ShelfKind.TRENDING);
		Shelf because = shelves("anna").get(1);
		assertThat(because.because()).isEqualTo("tea1");
		assertThat(because.products()).hasSize(16).allMatch((product) -> product.startsWith("tea"));
	}

	@Test
	void givesNoReasonForAShelfThatIsNearlyEmpty() {
		view("ben", "a");
		view("ben", "b");
		view("anna", "a");
		assertThat(shelves("anna")).extracting(Shelf::kind)
			.containsExactly(ShelfKind.RECENTLY_VIEWED, ShelfKind.RECOMMENDED);
	}

	@Test
	void givesTwoVisitorsTheirOwnShelves() {
		crowd("tea", 30);
		crowd("bike", 30);
		view("anna", "tea3");
		view("ben", "bike3");
		assertThat(recommended("anna")).isNotEmpty().allMatch((product) -> product.startsWith("tea"));
		assertThat(recommended("ben")).isNotEmpty().allMatch((product) -> product.startsWith("bike"));
	}

	@Test
	void showsNoProductTwice() {
		crowd("tea", 40);
		crowd("bike", 40);
		Random random = new Random(3);
		for (int visitor = 0; visitor < 50; visitor++) {
			for (int i = random.nextInt(12); i >= 0; i--) {
				Kind kind = List.of(Kind.values()).get(random.nextInt(3));
				meet("v" + visitor, (random.nextBoolean() ? "tea" : "bike") + random.nextInt(40), kind);
			}
			List<String> all = shelves("v" + visitor).stream().flatMap((shelf) -> shelf.products().stream()).toList();
			assertThat(all).isNotEmpty().doesNotHaveDuplicates();
		}
	}

	@Test
	void showsNothingThatWasBought() {
		crowd("tea", 15);
		view("anna", "tea4");
		meet("anna", "tea4", Kind.PURCHASE);
		view("anna", "tea5");
		assertThat(shelves("anna")).extracting(Shelf::kind).contains(ShelfKind.BECAUSE_YOU_VIEWED);
		assertThat(shelves("anna")).allSatisfy((shelf) -> assertThat(shelf.products()).doesNotContain("tea4"));
		assertThat(shelves("anna").getFirst()).isEqualTo(new Shelf(ShelfKind.RECENTLY_VIEWED, null, List.of("tea5")));
	}

	@Test
	void neverShowsWhatTheVisitorDoesNotWant() {
		crowd("tea", 15);
		view("anna", "tea1");
		view("anna", "tea2");
		List<String> all = shelves("anna").stream().flatMap((shelf) -> shelf.products().stream()).toList();
		assertThat(all).contains("tea2");
		List<Shelf> others = new ShelfPlanner(this.model, "anna", null, all.subList(1, all.size())).plan().shelves();
		assertThat(others).flatExtracting(Shelf::products)
			.isNotEmpty()
			.doesNotContainAnyElementsOf(all.subList(1, all.size()));
	}

	@Test
	void putsWhatGoesTogetherFirstForWhoHasJustChosen() {
		for (int visitor = 0; visitor < 30; visitor++) {
			for (int i = 0; i < 8; i++) {
				view("buyer" + visitor, "tea" + (visitor + i) % 20);
				meet("buyer" + visitor, "pot" + (visitor + i) % 20, Kind.BASKET);
			}
		}
		view("anna", "tea3");
		view("anna", "pot4");
		meet("anna", "pot4", Kind.BASKET);
		assertThat(shelves("anna")).extracting(Shelf::kind)
			.startsWith(ShelfKind.RECENTLY_VIEWED, ShelfKind.BOUGHT_TOGETHER, ShelfKind.BECAUSE_YOU_VIEWED);
		view("anna", "tea4");
		assertThat(shelves("anna")).extracting(Shelf::kind)
			.startsWith(ShelfKind.RECENTLY_VIEWED, ShelfKind.BECAUSE_YOU_VIEWED);
	}

	@Test
	void showsWhatIsSimilarWhereNobodyWentOnToAnything() {
		for (int i = 0; i < 8; i++) {
			this.model.describe("kettle" + i, new Traits("kettles", "Halvora"));
		}
		view("anna", "kettle0");
		assertThat(shelves("anna")).extracting(Shelf::kind)
			.containsExactly(ShelfKind.RECENTLY_VIEWED, ShelfKind.SIMILAR);
		assertThat(shelves("anna").get(1)).satisfies((shelf) -> {
			assertThat(shelf.because()).isEqualTo("kettle0");
			assertThat(shelf.products()).hasSize(7).allMatch((product) -> product.startsWith("kettle"));
		});
	}

	@Test
	void saysThatSomethingIsTrendingNearWhereThatIsKnown() {
		Instant at = Instant.parse("2026-03-01T12:00:00Z");
		for (int visitor = 0; visitor < 10; visitor++) {
			this.model.learn(List.of(new Interaction("eu" + visitor, "scarf", Kind.VIEW, at, "eu"),
					new Interaction("ap" + visitor, "fan", Kind.BASKET, at, "ap")));
		}
		Shelf near = new ShelfPlanner(this.model, "stranger", "eu", List.of()).plan().shelves().getFirst();
		assertThat(near.kind()).isEqualTo(ShelfKind.TRENDING_NEAR_YOU);
		assertThat(near.products()).containsExactly("scarf", "fan");
		Shelf anywhere = new ShelfPlanner(this.model, "stranger", null, List.of()).plan().shelves().getFirst();
		assertThat(anywhere).isEqualTo(new Shelf(ShelfKind.TRENDING, null, List.of("fan", "scarf")));
	}

	/** Visitors who each look at and buy some products of one taste. */
	private void crowd(String taste, int products) {
		Random random = new Random(products);
		for (int visitor = 0; visitor < 60; visitor++) {
			for (int i = 0; i < 6; i++) {
				String product = taste + random.nextInt(products);
				view(taste + "lover" + visitor, product);
			}
		}
	}

	private void view(String visitor, String product) {
		meet(visitor, product, Kind.VIEW);
	}

	private void meet(String visitor, String product, Kind kind) {
		Instant at = Instant.parse("2026-03-01T12:00:00Z").plusSeconds(this.seconds++);
		this.model.learn(List.of(new Interaction(visitor, product, kind, at)));
	}

	private List<String> recommended(String visitor) {
		List<String> products = new ArrayList<>();
		shelves(visitor).stream()
			.filter((shelf) -> shelf.kind() == ShelfKind.RECOMMENDED || shelf.kind() == ShelfKind.BECAUSE_YOU_VIEWED)
			.forEach((shelf) -> products.addAll(shelf.products()));
		return products;
	}

	private List<Shelf> shelves(String visitor) {
		return new ShelfPlanner(this.model, visitor, null, List.of()).plan().shelves();
	}

}
