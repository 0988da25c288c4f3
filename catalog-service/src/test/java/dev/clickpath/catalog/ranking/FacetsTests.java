package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Ratings;
import dev.clickpath.catalog.ranking.Hits.AttributeFacet;
import dev.clickpath.catalog.ranking.Hits.Range;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FacetsTests {

	private static final List<String> THINGS = List.of("lamp", "desk", "kettle");

	private static final List<Order> ORDERS = List.of(Order.values());

	private static final List<String> COLOURS = List.of("Red", "Green", "Blue", "Grey");

	@RepeatedTest(5)
	void findsCountsAndOrdersAsSlowlyGoingThroughThemDoes(RepetitionInfo repetition) throws IOException {
		Random random = new Random(repetition.getCurrentRepetition());
		List<Product> products = products(300, random);
		SlowSearch slow = new SlowSearch(products);
		try (ProductIndex index = index(products)) {
			for (int i = 0; i < 60; i++) {
				SearchQuery search = search(random, 300);
				compare(search, index.search(search), slow);
			}
			List<Product> changed = products(300, random).subList(0, 40);
			Set<String> gone = Set.of("p41", "p42", "p43");
			index.change(changed, gone);
			List<Product> now = new ArrayList<>(changed);
			products.subList(40, 300).stream().filter((product) -> !gone.contains(product.id())).forEach(now::add);
			for (int i = 0; i < 20; i++) {
				SearchQuery search = search(random, 300);
				compare(search, index.search(search), new SlowSearch(now));
			}
		}
	}

	@Test
	void findsTheSameWhereSeveralThreadsShareASearch() throws IOException {
		Random random = new Random(7);
		List<Product> products = products(24_000, random);
		try (ProductIndex index = index(products)) {
			index.change(products.subList(0, 50), Set.of());
			for (int i = 0; i < 8; i++) {
				SearchQuery search = search(random, products.size());
				compare(search, index.search(search), new SlowSearch(products));
			}
			SearchQuery best = new Search().page(1, 40).query();
			Hits all = index.search(new Search().page(1, products.size()).query());
			assertThat(index.search(best).ids()).isEqualTo(all.ids().subList(0, 40));
		}
	}

	private static void compare(SearchQuery search, Hits hits, SlowSearch slow) {
		List<Product> expected = slow.find(search);
		assertThat(hits.total()).as("%s", search).isEqualTo(expected.size());
		assertThat(hits.ids()).containsExactlyInAnyOrderElementsOf(expected.stream().map(Product::id).toList());
		if (search.order() == Order.PRICE_ASC) {
			Map<String, Product> byId = slow.products()
				.stream()
				.collect(Collectors.toMap(Product::id, (product) -> product));
			assertThat(hits.ids().stream().map(byId::get).map(FacetsTests::priceAndPopularity).toList())
				.isEqualTo(expected.stream().map(FacetsTests::priceAndPopularity).toList());
		}
		assertThat(SlowSearch.counts(hits.departments()))
			.isEqualTo(slow.count(search, Counted.DEPARTMENTS, Product::department));
		assertThat(SlowSearch.counts(hits.categories()))
			.isEqualTo(slow.count(search, Counted.CATEGORIES, Product::category));
		assertThat(SlowSearch.counts(hits.brands())).isEqualTo(slow.count(search, Counted.BRANDS, Product::brand));
		assertThat(hits.inStock())
			.isEqualTo(slow.count(search, Counted.STOCK, (product) -> (product.stock() > 0) ? "in" : "")
				.getOrDefault("in", 0));
		assertThat(hits.ratings().getFirst().count())
			.isEqualTo(slow.count(search, Counted.RATINGS, (product) -> (product.ratings().average() >= 4) ? "4" : "")
				.getOrDefault("4", 0));
		for (Range range : hits.prices()) {
			long least = (range.least() != null) ? range.least() : 0;
			long most = (range.most() != null) ? range.most() : Long.MAX_VALUE;
			assertThat(range.count()).isEqualTo(slow.count(search, Counted.PRICES,
					(product) -> (product.price().amount() >= least && product.price().amount() <= most) ? "in" : "")
				.getOrDefault("in", 0));
		}
		for (AttributeFacet attribute : hits.attributes()) {
			assertThat(SlowSearch.counts(attribute.values())).isEqualTo(slow.countAttribute(search, attribute.key()));
		}
		assertThat(hits.attributes()).extracting(AttributeFacet::key)
			.containsAll(search.filter().attributes().keySet());
	}

	private static String priceAndPopularity(Product product) {
		return product.price().amount() + " " + product.popularity();
	}

	@Test
	void attributesThatTellNothingAreNotOffered() throws IOException {
		List<Product> products = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			products.add(product("p" + i, "Acme Lamp", "lamps", 100, 1, 5, 5,
					List.of(new Attribute("Colour", COLOURS.get(i % 4)), new Attribute("Serial", "no " + i),
							new Attribute("Origin", "Here"))));
		}
		try (ProductIndex index = index(products)) {
			assertThat(index.search(new Search().query()).attributes()).extracting(AttributeFacet::name)
				.containsExactly("Colour");
		}
	}

	@Test
	void priceRangesHaveRoundLimitsAndAboutAsManyProductsEach() {
		Prices prices = new Prices(List.of());
		for (long price = 100; price <= 100_000; price += 100) {
			prices.add(price);
		}
		List<Range> ranges = prices.ranges();
		assertThat(ranges).hasSizeBetween(3, 6);
		assertThat(ranges.getFirst().least()).isNull();
		assertThat(ranges.getLast().most()).isNull();
		assertThat(ranges.stream().mapToInt(Range::count).sum()).isEqualTo(1_000);
		for (int i = 1; i < ranges.size(); i++) {
			assertThat(ranges.get(i).least()).isEqualTo(Objects.requireNonNull(ranges.get(i - 1).most()) + 1);
		}
	}

	@Test
	void priceRangesEndWhereTheShopperLikesThem() {
		Prices prices = new Prices(List.of(1_101L, 2_202L, 5_505L));
		for (long price = 100; price <= 10_000; price += 100) {
			prices.add(price);
		}
		assertThat(prices.ranges()).containsExactly(new Range(null, 2_201L, 22), new Range(2_202L, 5_504L, 33),
				new Range(5_505L, null, 45));
	}

	private static SearchQuery search(Random random, int size) {
		Filter filter = new Filter(Set.of(), some(random, List.of("lamps", "desks", "kettles")),
				some(random, List.of("Acme", "Bolt", "Cord")), random.nextInt(4) == 0 ? 2_000L : null,
				random.nextInt(4) == 0 ? 6_000L : null, random.nextInt(4) == 0 ? 3.5 : null, random.nextInt(4) == 0,
				random.nextInt(5) == 0, random.nextInt(3) == 0 ? Map.of("colour", Set.of("Red", "Blue")) : Map.of());
		String words = random.nextBoolean() ? THINGS.get(random.nextInt(3)) : null;
		return new SearchQuery(words, true, filter, ORDERS.get(random.nextInt(ORDERS.size())), 1, size, List.of());
	}

	private static Set<String> some(Random random, List<String> values) {
		Set<String> some = new HashSet<>();
		if (random.nextInt(3) == 0) {
			values.stream().filter((value) -> random.nextBoolean()).forEach(some::add);
		}
		return some;
	}

	private static List<Product> products(int count, Random random) {
		List<Product> products = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int thing = random.nextInt(3);
			List<Attribute> attributes = random.nextInt(5) == 0 ? List.of()
					: List.of(new Attribute("Colour", COLOURS.get(random.nextInt(4))));
			products
				.add(product("p" + i, List.of("Acme", "Bolt", "Cord").get(random.nextInt(3)) + " " + THINGS.get(thing),
						THINGS.get(thing) + "s", 100L * random.nextInt(1, 100), random.nextInt(3),
						random.nextInt(10, 51) / 10.0, random.nextInt(20), attributes));
		}
		return products;
	}

	private static Product product(String id, String title, String category, long price, int stock, double rating,
			int popularity, List<Attribute> attributes) {
		return new Product(id, id, title, title.substring(0, title.indexOf(' ')), "goods", category, Money.usd(price),
				(price % 3 == 0) ? Money.usd(price * 2) : null, ratings(rating), stock, "box/red", "", attributes, id,
				0, "", null, popularity, LocalDate.parse("2025-01-01"));
	}

	/** Ten ratings with a mean of so many tenths. */
	private static Ratings ratings(double mean) {
		int stars = (int) mean;
		int more = (int) Math.round((mean - stars) * 10);
		Ratings ratings = Ratings.NONE.plus(stars, 10 - more);
		return (more > 0) ? ratings.plus(stars + 1, more) : ratings;
	}

	private static ProductIndex index(List<Product> products) throws IOException {
		try (ProductIndexBuilder builder = new ProductIndexBuilder(new ByteBuffersDirectory(), new ShelfNames(Map.of()),
				Synonyms.none())) {
			products.forEach(builder::add);
			return builder.build();
		}
	}

}
