package dev.clickpath.catalog.suggestions;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PopularQueriesTests {

	private final PopularQueries popular = new PopularQueries();

	@Test
	void whatManySearchForIsPopularOnce() {
		search("Red  kettle", 19);
		assertThat(this.popular.news()).isEmpty();
		search("red kettle", 5);
		assertThat(this.popular.news()).containsExactly("red kettle");
		assertThat(this.popular.news()).isEmpty();
	}

	@Test
	void whatMayBeSecretIsNever() {
		search("4111 1111 1111 1111", 50);
		search("someone@example.com", 50);
		search("<b>kettle</b>", 50);
		search("k", 50);
		assertThat(this.popular.news()).isEmpty();
	}

	private void search(String words, int times) {
		for (int i = 0; i < times; i++) {
			this.popular.add(words);
		}
	}

}
