package dev.clickpath.storefront.listing;

import java.util.List;

import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.testing.Visits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListingTests {

	private static final Words WORDS = Visits.words(Language.EN);

	private static final Query LIST = Query.of("/search").with("q", "tea & \"cake\"");

	@Test
	void addressesAreEncoded() {
		assertThat(LIST.href()).isEqualTo("/search?q=tea+%26+%22cake%22");
		assertThat(LIST.with("q", null).with("sort", "").href()).isEqualTo("/search");
	}

	@Test
	void theMiddleOfALongListLeadsBothWays() {
		Paging paging = Paging.of(LIST, 7, 20, 24, 470, WORDS);
		assertThat(paging.summary()).isEqualTo("145–168 of 470");
		assertThat(paging.previous()).endsWith("&page=6");
		assertThat(paging.next()).endsWith("&page=8");
		assertThat(paging.steps()).extracting(Paging.Step::label).containsExactly("1", "…", "6", "7", "8", "…", "20");
		assertThat(paging.steps()).filteredOn(Paging.Step::current)
			.singleElement()
			.extracting(Paging.Step::href)
			.isNull();
	}

	@Test
	void theFirstPageHasNoNumberInItsAddress() {
		assertThat(Paging.of(LIST, 2, 3, 24, 60, WORDS).previous()).isEqualTo(LIST.href());
	}

	@Test
	void aShortListHasNoSteps() {
		assertThat(Paging.of(LIST, 1, 1, 24, 5, WORDS)).isEqualTo(new Paging("1–5 of 5", null, null, List.of(), null));
		assertThat(Paging.of(LIST, 1, 0, 24, 0, WORDS).summary()).isEqualTo("0–0 of 0");
	}

	@Test
	void aListLongerThanCanBeLeafedThroughSaysWhereItEnds() {
		Paging last = Paging.of(LIST, 416, 416, 24, 31_450, WORDS);
		assertThat(last.next()).isNull();
		assertThat(last.summary()).isEqualTo("9,961–9,984 of 31,450");
		assertThat(last.end()).startsWith("Only the first 9,984 products");
		assertThat(Paging.of(LIST, 415, 416, 24, 31_450, WORDS).end()).isNull();
		assertThat(Paging.of(LIST, 20, 20, 24, 470, WORDS).end()).isNull();
	}

	@Test
	void aParameterMayComeAgain() {
		assertThat(Query.of("/search").withAll("attr.größe", List.of("M", "L & XL")).href())
			.isEqualTo("/search?attr.gr%C3%B6%C3%9Fe=M&attr.gr%C3%B6%C3%9Fe=L+%26+XL");
	}

	@Test
	void thereIsABestMatchOnlyForWords() {
		assertThat(Sort.of("relevance", false)).isEqualTo(Sort.POPULARITY);
		assertThat(Sort.of("no-such", true)).isEqualTo(Sort.RELEVANCE);
		assertThat(Sort.choices(LIST, Sort.PRICE_ASC, true, WORDS)).filteredOn(Choice::current)
			.singleElement()
			.extracting(Choice::name)
			.isEqualTo("Price, low to high");
		assertThat(Sort.choices(LIST.with("page", "4"), Sort.PRICE_ASC, true, WORDS)).extracting(Choice::href)
			.noneMatch((href) -> href.contains("page"));
	}

}
