package dev.clickpath.storefront.facet;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.SearchResult.Named;
import dev.clickpath.storefront.catalog.SearchResult.Range;
import dev.clickpath.storefront.facet.Narrowing.Chip;
import dev.clickpath.storefront.facet.Narrowing.Facet;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.testing.Visits;
import dev.clickpath.storefront.visit.Region;
import dev.clickpath.storefront.visit.Visit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FacetsTests {

	private static final Query LIST = Query.of("/search").with("q", "tea");

	@Test
	void aFilterThatIsOnCanBeTakenOffAlthoughNothingWasFound() {
		Filters filters = Filters.of(Map.of("brand", List.of("Brenna"), "price-max", List.of("2499")), 100);
		Narrowing narrowing = Facets.of(LIST, filters, SearchResult.NOTHING, Visits.american(), "USD");
		assertThat(narrowing.chips()).containsExactly(new Chip("Under $25", "/search?q=tea&brand=Brenna", false),
				new Chip("Brenna", "/search?q=tea&price-max=2499", false));
		assertThat(narrowing.reset()).isEqualTo("/search?q=tea");
	}

	@Test
	void countsStayWithTheirValuesUnderSelection() {
		Narrowing narrowing = Facets.of(LIST, Filters.NONE.with("brand", List.of("Bolt")),
				found(5, List.of(new Named("Acme", 7), new Named("Bolt", 5)), List.of()), Visits.american(), "USD");
		assertThat(narrowing.facets()).singleElement()
			.satisfies((brand) -> assertThat(brand.choices()).containsExactly(
					new Choice("Acme", "/search?q=tea&brand=Bolt&brand=Acme", "7", false),
					new Choice("Bolt", "/search?q=tea", "5", true)));
	}

	@Test
	void aBrandIsChosenHoweverTheAddressWritesIt() {
		Narrowing narrowing = Facets.of(LIST, Filters.NONE.with("brand", List.of("Bolt")),
				found(12, List.of(new Named("BOLT", 7), new Named("Acme", 5)), List.of()), Visits.american(), "USD");
		assertThat(narrowing.facets()).singleElement()
			.satisfies((brand) -> assertThat(brand.choices()).containsExactly(
					new Choice("BOLT", "/search?q=tea", "7", true),
					new Choice("Acme", "/search?q=tea&brand=Bolt&brand=Acme", "5", false)));
		Narrowing gone = Facets.of(LIST, Filters.NONE.with("brand", List.of("Bolt")),
				found(5, List.of(new Named("Acme", 4)), List.of()), Visits.american(), "USD");
		assertThat(gone.facets()).singleElement()
			.satisfies((brand) -> assertThat(brand.choices()).extracting(Choice::name).containsExactly("Acme", "Bolt"));
	}

	@Test
	void whatAllHaveIsNoChoice() {
		assertThat(Facets
			.of(LIST, Filters.NONE, found(5, List.of(new Named("Acme", 5)), List.of()), Visits.american(), "USD")
			.facets()).isEmpty();
		assertThat(Facets
			.of(LIST, Filters.NONE, found(5, List.of(new Named("Acme", 4)), List.of()), Visits.american(), "USD")
			.facets()).hasSize(1);
	}

	@Test
	void ofManyValuesTheMostComeFirstWithThoseChosen() {
		List<Named> brands = IntStream.range(0, 200).mapToObj((i) -> new Named("B" + i, 200 - i)).toList();
		Facet brand = Facets
			.of(LIST, Filters.NONE.with("brand", List.of("B100")), found(999, brands, List.of()), Visits.american(),
					"USD")
			.facets()
			.getFirst();
		assertThat(brand.choices()).extracting(Choice::name)
			.containsExactly("B0", "B1", "B2", "B3", "B4", "B5", "B6", "B100");
		assertThat(brand.more()).hasSizeLessThan(50);
	}

	@Test
	void priceRangesAreRoundInTheShoppersCurrency() {
		assertThat(prices(Visits.of(Region.EU, Language.DE, "EUR"), new Range(null, 5_499L, 3),
				new Range(5_500L, 10_999L, 4), new Range(11_000L, null, 1)))
			.containsExactly(new Choice("Unter 50\u00a0€", "/search?q=tea&price-max=4999", "3", false),
					new Choice("50\u00a0€ bis 100\u00a0€", "/search?q=tea&price-min=5000&price-max=9999", "4", false),
					new Choice("100\u00a0€ und mehr", "/search?q=tea&price-min=10000", "1", false));
		assertThat(prices(Visits.of(Region.AP, Language.EN, "JPY"), new Range(null, 1_341L, 3)))
			.containsExactly(new Choice("Under ¥2,000", "/search?q=tea&price-max=1999", "3", false));
	}

	@Test
	void aRangeOfOnesOwnReadsAsItWasAskedFor() {
		Filters filters = Filters.of(Map.of("price-from", List.of("15"), "price-to", List.of("42")), 100);
		assertThat(Facets.of(LIST, filters, SearchResult.NOTHING, Visits.american(), "USD").chips())
			.containsExactly(new Chip("$15 to $42", "/search?q=tea", false));
	}

	private static List<Choice> prices(Visit visit, Range... ranges) {
		return Facets.of(LIST, Filters.NONE, found(9, List.of(), List.of(ranges)), visit, "USD")
			.facets()
			.getFirst()
			.choices();
	}

	private static SearchResult found(long total, List<Named> brands, List<Range> prices) {
		return new SearchResult(total, total, 1, 24, 1, null, List.of(),
				new SearchResult.Facets(List.of(), List.of(), brands, prices, List.of(), 0, 0, List.of()));
	}

}
