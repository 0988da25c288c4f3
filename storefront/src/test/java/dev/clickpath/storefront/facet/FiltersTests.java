package dev.clickpath.storefront.facet;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.clickpath.storefront.catalog.SearchQuery;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.testing.Visits;
import dev.clickpath.storefront.visit.Region;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiltersTests {

	@Test
	void severalValuesOfABrandAreOnButOfStarsOnlyOne() {
		Filters filters = Filters
			.of(Map.of("brand", List.of("Acme", "Bolt", "Acme", " "), "rating-min", List.of("4", "3")), 100);
		assertThat(filters.of("brand")).containsExactly("Acme", "Bolt");
		assertThat(filters.of("rating-min")).containsExactly("4");
		assertThat(filters.toggled("brand", "Acme").of("brand")).containsExactly("Bolt");
		assertThat(filters.toggled("brand", "Cord").of("brand")).containsExactly("Acme", "Bolt", "Cord");
		assertThat(filters.toggled("rating-min", "2").of("rating-min")).containsExactly("2");
		assertThat(filters.toggled("rating-min", "4").of("rating-min")).isEmpty();
	}

	@Test
	void twoSpellingsAreOneBrandOrValue() {
		Filters filters = Filters.of(Map.of("brand", List.of("Bolt"), "attr.colour", List.of("Red")), 100);
		assertThat(filters.has("brand", "BOLT")).isTrue();
		assertThat(filters.toggled("brand", "BOLT").of("brand")).isEmpty();
		assertThat(filters.has("attr.colour", "RED")).isTrue();
		assertThat(filters.toggled("attr.colour", "RED").of("attr.colour")).isEmpty();
	}

	@Test
	void manyAreBounded() {
		Map<String, List<String>> parameters = new HashMap<>();
		IntStream.range(0, 500).forEach((i) -> parameters.put("attr.a" + i, List.of("x")));
		parameters.put("brand", IntStream.range(0, 500).mapToObj(Integer::toString).toList());
		parameters.put("category", Collections.nCopies(500, "../etc"));
		Filters filters = Filters.of(parameters, 100);
		assertThat(filters.of("brand")).hasSize(20);
		assertThat(filters.of("category")).isEmpty();
		assertThat(filters.values()).hasSize(9);
	}

	@Test
	void aFormAsksInWholeUnitsAndMayTurnThemRound() {
		Filters filters = Filters.of(Map.of("price-from", List.of("50"), "price-to", List.of("20")), 100);
		assertThat(filters.in(Query.of("/search")).href()).isEqualTo("/search?price-min=2000&price-max=5000");
		assertThat(Filters.of(Map.of("price-from", List.of(""), "price-to", List.of("1e3")), 100))
			.isEqualTo(Filters.NONE);
	}

	@Test
	void theCatalogueIsAskedForExactlyWhatIsShownWithinTheBounds() {
		Prices prices = Visits.of(Region.EU, Language.EN, "EUR").prices();
		Map<String, List<String>> asked = Filters
			.of(Map.of("price-min", List.of("2500"), "price-max", List.of("4999")), 100)
			.in(SearchQuery.first(24, "rating"), prices, "USD")
			.parameters();
		long least = Long.parseLong(asked.getOrDefault("price-min", List.of()).getFirst());
		long most = Long.parseLong(asked.getOrDefault("price-max", List.of()).getFirst());
		assertThat(prices.in(new Money(least, "USD")).amount()).isGreaterThanOrEqualTo(2_500);
		assertThat(prices.in(new Money(least - 1, "USD")).amount()).isLessThan(2_500);
		assertThat(prices.in(new Money(most, "USD")).amount()).isLessThanOrEqualTo(4_999);
		assertThat(prices.in(new Money(most + 1, "USD")).amount()).isGreaterThan(4_999);
	}

}
