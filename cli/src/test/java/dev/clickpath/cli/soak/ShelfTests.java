package dev.clickpath.cli.soak;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShelfTests {

	private final Shelf shelf = new Shelf(new Random(1));

	@Test
	void findsByPathWhatClientsAskFor() {
		Random random = new Random(2);
		Resource small = this.shelf.anySmall(random);
		Resource large = this.shelf.anyLarge(random);
		assertThat(this.shelf.at(small.path())).isEqualTo(small);
		assertThat(this.shelf.at(large.path())).isEqualTo(large);
		assertThat(this.shelf.at("/unique/7")).isEqualTo(Shelf.unique(7));
		assertThat(this.shelf.at("/none")).isNull();
	}

	@Test
	void findsByAnyOfTheTags() {
		List<Resource> tagged = this.shelf.tagged(List.of("tag-1", "tag-2"));
		assertThat(tagged).hasSize(50)
			.allMatch((resource) -> resource.tags().contains("tag-1") || resource.tags().contains("tag-2"));
	}

	@Test
	void hasEveryPolicy() {
		assertThat(this.shelf.all()).extracting(Resource::policy)
			.contains(Policy.LONG, Policy.SHORT, Policy.GRACEFUL, Policy.VALIDATED, Policy.NEVER_STORED);
	}

}
