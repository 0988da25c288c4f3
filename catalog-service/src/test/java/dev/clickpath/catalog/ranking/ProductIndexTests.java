package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Ratings;
import dev.clickpath.catalog.ranking.Hits.Facet;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProductIndexTests {

	private ProductIndex index;

	@BeforeEach
	void build() throws IOException {
		this.index = index(List.of(
				product("a", "Brenna Oslo Kettle, Forest green", "kettles", 4990, null, 4.4, 3, 70, "2025-03-01"),
				product("b", "Brenna Bergen Kettle, Steel", "kettles", 3990, 4990L, 4.1, 0, 90, "2024-01-01"),
				product("c", "Tolvi Oslo Mixing Bowl, Cream", "mixing-bowls", 1990, null, 4.8, 9, 20, "2026-01-01"),
				product("d", "Tolvi Whisk", "mixing-bowls", 990, null, 3.9, 5, 10, "2023-01-01")));
	}

	@AfterEach
	void close() throws IOException {
		this.index.close();
	}

	@Test
	void listsEverythingByPopularityWhenNothingIsAsked() throws IOException {
		Hits hits = this.index.search(new Search().query());
		assertThat(hits.total()).isEqualTo(4);
		assertThat(hits.ids()).containsExactly("b", "a", "c", "d");
	}

	@Test
	void everyWordComesBeforeSomeWords() throws IOException {
		assertThat(this.index.search(new Search().words("oslo kettle").query()).ids()).first().isEqualTo("a");
		assertThat(this.index.search(new Search().words("oslo kettle").query()).ids()).containsExactlyInAnyOrder("a",
				"b", "c");
	}

	@Test
	void anyOtherOrderIsOneForAllThatIsFound() throws IOException {
		Map<String, Product> products = new LinkedHashMap<>();
		for (int i = 0; i < 35; i++) {
			String title = "Sena " + ((i < 5) ? "Laptop Bag" : (i % 2 == 0) ? "Laptop" : "Bag");
			products.put("p" + i,
					product("p" + i, title, "goods", 1_000 + 10 * (i * 11 % 35), null, 1 + i * 13 % 40 / 10.0, i % 3,
							i * 17 % 35, LocalDate.parse("2025-01-01").plusDays(i * 19 % 35).toString()));
		}
		try (ProductIndex other = index(List.copyOf(products.values()))) {
			for (Order order : Order.values()) {
				List<Product> leafed = new ArrayList<>();
				for (int page = 1; page <= 4; page++) {
					Hits hits = other.search(new Search().words("laptop bag").order(order).page(page, 10).query());
					assertThat(hits).returns(35L, Hits::total).returns(5L, Hits::complete);
					hits.ids().forEach((id) -> leafed.add(Objects.requireNonNull(products.get(id))));
				}
				assertThat(leafed).as("%s", order).doesNotHaveDuplicates().hasSize(35);
				if (order != Order.RELEVANCE) {
					assertThat(leafed).as("%s", order).isSortedAccordingTo(SlowSearch.order(order));
				}
			}
		}
	}

	@Test
	void tellsHowManyHaveEveryWord() throws IOException {
		assertThat(this.index.search(new Search().words("oslo kettle").query())).returns(3L, Hits::total)
			.returns(1L, Hits::complete);
		assertThat(this.index.search(new Search().words("kettle").query()).complete()).isEqualTo(2);
		assertThat(this.index.search(new Search().query()).complete()).isEqualTo(4);
		assertThat(this.index.search(new Search().words("oslo kettle").brand("Tolvi").query())).returns(1L, Hits::total)
			.returns(0L, Hits::complete);
		assertThat(this.index.search(new Search().words("kettle zzzzz").asTyped().query())).returns(2L, Hits::total)
			.returns(0L, Hits::complete);
	}

	@Test
	void whereNothingHasEveryWordWhatHasMoreOfThemComesFirst() throws IOException {
		try (ProductIndex other = index(
				List.of(product("flask", "Sena Flask", "bottles", "Drinks in it are hot for hours."),
						product("keys", "Sena Hot Keyboard", "keyboards", "It is quiet."),
						product("poster", "Sena Poster", "posters", "Its corners stay where they are.")))) {
			assertThat(other.search(new Search().words("drinks stay hot").asTyped().query()))
				.returns(0L, Hits::complete)
				.satisfies((hits) -> assertThat(hits.ids()).first().isEqualTo("flask"));
		}
	}

	@Test
	void whatAThingIsWantedForCountsLessThanTheThing() throws IOException {
		try (ProductIndex other = index(List.of(product("one", "Sena Light", "goods", "A light."),
				product("other", "Sena Camping", "goods", "A camping.")))) {
			assertThat(other.search(new Search().words("light for camping").asTyped().query()).ids()).first()
				.isEqualTo("one");
			assertThat(other.search(new Search().words("camping for light").asTyped().query()).ids()).first()
				.isEqualTo("other");
		}
	}

	@Test
	void whatAThingIsCountsWhereverAFeedSaysSo() throws IOException {
		List<Product> products = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			products.add(kind("xps" + i, "Brenna XPS 1" + i + " i7-1165G7 16GB", "Laptops"));
			products.add(kind("sleeve" + i, "Tolvi Laptop Sleeve 1" + i + " inch", "Laptop Accessories"));
		}
		try (ProductIndex other = index(products)) {
			assertThat(other.search(new Search().words("laptop").query()).ids().subList(0, 5))
				.allMatch((id) -> id.startsWith("xps"));
			assertThat(other.search(new Search().words("brenna laptop").query()).complete()).isEqualTo(5);
			assertThat(other.search(new Search().words("laptop sleeve").query()).ids()).first()
				.asString()
				.startsWith("sleeve");
		}
	}

	@Test
	void aBrandIsTheSameInCapitals() throws IOException {
		try (ProductIndex other = index(List.of(product("one", "SENA Light", "goods", "A light."),
				product("other", "Sena Lamp", "goods", "A lamp.")))) {
			assertThat(other.search(new Search().brand("sena").query()).total()).isEqualTo(2);
			assertThat(other.search(new Search().query()).brands()).singleElement()
				.returns("SENA", Facet::value)
				.returns(2, Facet::count);
		}
	}

	@Test
	void aTitleCountsMoreThanADescription() throws IOException {
		// Every description names the whisk.
		assertThat(this.index.search(new Search().words("whisk").query()).ids()).first().isEqualTo("d");
	}

	@Test
	void findsOtherFormsCaseAndAccents() throws IOException {
		assertThat(this.index.search(new Search().words("KETTLES").query()).total()).isEqualTo(2);
		assertThat(this.index.search(new Search().words("kéttle's").query()).total()).isEqualTo(2);
	}

	@Test
	void findsWordsOfAttributesAndShelves() throws IOException {
		assertThat(this.index.search(new Search().words("stainless").query()).total()).isEqualTo(4);
		assertThat(this.index.search(new Search().words("bowls").query()).ids()).contains("c", "d");
	}

	@Test
	void wordsWithoutMeaningFindNothing() throws IOException {
		assertThat(this.index.search(new Search().words("the !?").query()).total()).isZero();
		assertThat(this.index.search(new Search().words("zeppelin").query()).total()).isZero();
	}

	@Test
	void ordersAsAsked() throws IOException {
		assertThat(this.index.search(new Search().order(Order.PRICE_ASC).query()).ids()).containsExactly("d", "c", "b",
				"a");
		assertThat(this.index.search(new Search().order(Order.PRICE_DESC).query()).ids()).containsExactly("a", "b", "c",
				"d");
		assertThat(this.index.search(new Search().order(Order.RATING).query()).ids()).containsExactly("c", "a", "b",
				"d");
		assertThat(this.index.search(new Search().order(Order.NEWEST).query()).ids()).containsExactly("c", "a", "b",
				"d");
	}

	@Test
	void filtersWithTheLimitsIncluded() throws IOException {
		assertThat(this.index.search(new Search().price(1990L, 3990L).query()).ids()).containsExactly("b", "c");
		assertThat(this.index.search(new Search().price(4991L, null).query()).total()).isZero();
		assertThat(this.index.search(new Search().ratingMin(4.4).query()).ids()).containsExactly("a", "c");
		assertThat(this.index.search(new Search().inStock().query()).ids()).containsExactly("a", "c", "d");
		assertThat(this.index.search(new Search().onSale().query()).ids()).containsExactly("b");
		assertThat(this.index.search(new Search().category("kettles").query()).ids()).containsExactly("b", "a");
		assertThat(this.index.search(new Search().brand("Tolvi").query()).ids()).containsExactly("c", "d");
		assertThat(this.index.search(new Search().category("unknown").query()).total()).isZero();
	}

	@Test
	void aRatingIsAsHighAsItIsTold() throws IOException {
		try (ProductIndex other = index(List.of(rated("3.96", Ratings.NONE.plus(3, 4).plus(4, 96)),
				rated("4.00", Ratings.NONE.plus(4, 100)), rated("4.25", Ratings.NONE.plus(4, 3).plus(5, 1)),
				rated("4.33", Ratings.NONE.plus(4, 2).plus(5, 1))))) {
			Hits hits = other.search(new Search().order(Order.RATING).query());
			assertThat(hits.ids()).containsExactly("4.33", "4.25", "4.00", "3.96");
			assertThat(hits.ratings().getFirst()).isEqualTo(new Hits.Stars(4, 3));
			assertThat(other.search(new Search().ratingMin(4).query()).total()).isEqualTo(3);
			assertThat(other.search(new Search().ratingMin(4.25).query()).total()).isEqualTo(2);
			assertThat(other.search(new Search().ratingMin(4.33).query()).ids()).containsExactly("4.33");
			assertThat(other.search(new Search().ratingMin(4.331).query()).total()).isZero();
		}
	}

	@Test
	void countsWhatIsFound() throws IOException {
		Hits hits = this.index.search(new Search().words("oslo").query());
		assertThat(hits.departments()).containsExactly(new Facet("kitchen", "Kitchen", 2));
		assertThat(hits.categories()).containsExactly(new Facet("kettles", "Kettles", 1),
				new Facet("mixing-bowls", "Mixing bowls", 1));
		assertThat(hits.brands()).containsExactly(new Facet("Brenna", "Brenna", 1), new Facet("Tolvi", "Tolvi", 1));
	}

	@Test
	void pagesNeitherRepeatNorLoseAProduct() throws IOException {
		List<Product> alike = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			alike.add(product("p" + i, "Tolvi Whisk", "mixing-bowls", 990, null, 4, 1, 50, "2024-01-01"));
		}
		try (ProductIndex many = index(alike)) {
			List<String> leafed = new ArrayList<>();
			for (int page = 1; page <= 4; page++) {
				leafed.addAll(many.search(new Search().words("whisk").page(page, 10).query()).ids());
			}
			assertThat(leafed).doesNotHaveDuplicates().hasSize(25);
		}
	}

	@Test
	void findsProductsAsTheyAreAfterAChange() throws IOException {
		this.index.change(List.of(
				product("a", "Brenna Oslo Kettle, Forest green", "kettles", 4990, null, 4.4, 0, 70, "2025-03-01"),
				product("d", "Tolvi Whisk", "mixing-bowls", 990, null, 4.9, 5, 10, "2023-01-01"),
				product("e", "Tolvi Ladle", "mixing-bowls", 990, null, 1, 5, 9, "2023-01-01")), List.of("c"));
		assertThat(this.index.search(new Search().query()).ids()).containsExactly("b", "a", "d", "e");
		assertThat(this.index.search(new Search().inStock().query()).ids()).containsExactly("d", "e");
		assertThat(this.index.search(new Search().order(Order.RATING).query()).ids()).containsExactly("d", "a", "b",
				"e");
		assertThat(this.index.search(new Search().query()).brands()).containsExactly(new Facet("Brenna", "Brenna", 2),
				new Facet("Tolvi", "Tolvi", 2));
	}

	@Test
	void whatAWordMeansDoesNotDependOnHowOftenAProductIsChanged() throws IOException {
		List<Product> products = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			products.add(product("laptop" + i, "Sena Laptop", "laptops", "It is quiet."));
		}
		Product sticker = product("sticker", "Sena Laptop", "stickers", "It is sticky.");
		products.add(sticker);
		try (ProductIndex other = index(products)) {
			List<String> before = other.search(new Search().words("laptop").query()).ids();
			assertThat(before).last().isEqualTo("sticker");
			for (int i = 0; i < 100; i++) {
				other.change(List.of(sticker), List.of());
			}
			assertThat(other.search(new Search().words("laptop").query()).ids()).isEqualTo(before);
		}
	}

	@Test
	void tellsWhatAChangeMadeOfTheShelves() throws IOException {
		Product whisk = product("d", "Tolvi Whisk", "mixing-bowls", "A whisk.");
		assertThat(this.index.change(List.of(whisk), List.of())).isEqualTo(new ShelfChange(false, Set.of()));
		assertThat(this.index.change(List.of(whisk), List.of("a", "unknown")))
			.isEqualTo(new ShelfChange(true, Set.of()));
		assertThat(this.index.change(List.of(product("c", "Sena Whisk", "mixing-bowls", "A whisk.")), List.of("b")))
			.isEqualTo(new ShelfChange(true, Set.of("Brenna")));
		assertThat(this.index.change(List.of(product("d", "Sena Whisk", "kettles", "A whisk.")), List.of()))
			.isEqualTo(new ShelfChange(true, Set.of("Tolvi")));
		assertThat(this.index.change(List.of(product("e", "Tolvi Whisk", "kettles", "A whisk.")), List.of()))
			.isEqualTo(new ShelfChange(true, Set.of()));
	}

	@Test
	void changesDoNotDisturbWhoSearches() throws Exception {
		Product whisk = product("d", "Tolvi Whisk", "mixing-bowls", 990, null, 3.9, 5, 10, "2023-01-01");
		AtomicBoolean changing = new AtomicBoolean(true);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Long> searching = threads.submit(() -> {
				long searches = 0;
				while (changing.get() || searches == 0) {
					assertThat(this.index.search(new Search().words("whisk").query()).ids()).contains("d");
					searches++;
				}
				return searches;
			});
			for (int i = 0; i < 200; i++) {
				this.index.change(List.of(whisk), List.of());
			}
			changing.set(false);
			assertThat(searching.get()).isPositive();
		}
	}

	@Test
	void anEmptyIndexFindsNothing() throws IOException {
		try (ProductIndex empty = index(List.of())) {
			assertThat(empty.search(new Search().words("kettle").query()).total()).isZero();
		}
	}

	@Test
	void anEndlessWordIsNoObstacle() throws IOException {
		String endless = "1" + "\u0436".repeat(16_400);
		this.index.change(List.of(product("e", "Sena Kettle", "kettles", endless)), List.of());
		assertThat(this.index.search(new Search().words("sena").query()).ids()).first().isEqualTo("e");
		try (ProductIndex other = index(List.of(product("e", "Sena Kettle", "kettles", "x-" + endless)))) {
			assertThat(other.search(new Search().words("sena").query()).ids()).containsExactly("e");
		}
	}

	@Test
	void whatCannotBeIndexedKeepsNothingElseFromBeingFound() throws IOException {
		String title = "Sena " + ("\u0436".repeat(40) + " ").repeat(500);
		Product whisk = product("w", "Sena Whisk", "goods", "A whisk.");
		Product bad = product("d", title, "goods", "A whisk.");
		this.index.change(List.of(bad, whisk), List.of("c"));
		assertThat(this.index.search(new Search().query()).ids()).containsExactlyInAnyOrder("a", "b", "w");
		try (ProductIndex other = index(List.of(bad, whisk))) {
			assertThat(other.search(new Search().query()).ids()).containsExactly("w");
		}
	}

	private static ProductIndex index(List<Product> products) throws IOException {
		ShelfNames names = new ShelfNames(
				Map.of("kitchen", "Kitchen", "kettles", "Kettles", "mixing-bowls", "Mixing bowls"));
		try (ProductIndexBuilder builder = new ProductIndexBuilder(new ByteBuffersDirectory(), names,
				Synonyms.none())) {
			products.forEach(builder::add);
			return builder.build();
		}
	}

	private static Product product(String id, String title, String category, long price, @Nullable Long oldPrice,
			double rating, int stock, int popularity, String launched) {
		String brand = title.substring(0, title.indexOf(' '));
		return new Product(id, id, title, brand, "kitchen", category, Money.usd(price),
				(oldPrice != null) ? Money.usd(oldPrice) : null, ratings(rating), stock, "kettle/steel",
				"Made to stand beside a whisk.", List.of(new Attribute("Material", "Stainless steel")), id, 0, "", null,
				popularity, LocalDate.parse(launched));
	}

	private static Product kind(String id, String title, String kind) {
		Product other = product(id, title, "computers", "It is quiet.");
		return new Product(id, id, title, other.brand(), other.department(), "computers", other.price(), null,
				other.ratings(), 5, other.picture(), other.description(), List.of(new Attribute(Attribute.KIND, kind)),
				id, 0, "", null, 50, other.launched());
	}

	private static Product product(String id, String title, String category, String description) {
		Product other = product(id, title, category, 1_000, null, 4, 5, 50, "2025-01-01");
		return new Product(id, id, title, other.brand(), other.department(), category, other.price(), null,
				other.ratings(), 5, other.picture(), description, List.of(), id, 0, "", null, 50, other.launched());
	}

	private static Product rated(String id, Ratings ratings) {
		Product other = product(id, "Sena Light", "goods", "A light.");
		return new Product(id, id, other.title(), other.brand(), other.department(), "goods", other.price(), null,
				ratings, 5, other.picture(), "", List.of(), id, 0, "", null, 50, other.launched());
	}

	/** Ten ratings with a mean of so many tenths. */
	private static Ratings ratings(double mean) {
		int stars = (int) mean;
		int more = (int) Math.round((mean - stars) * 10);
		Ratings ratings = Ratings.NONE.plus(stars, 10 - more);
		return (more > 0) ? ratings.plus(stars + 1, more) : ratings;
	}

}
