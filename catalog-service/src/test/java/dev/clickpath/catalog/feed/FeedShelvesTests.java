package dev.clickpath.catalog.feed;

import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.catalog.feed.FeedShelves.Category;
import dev.clickpath.catalog.feed.FeedShelves.Department;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedShelvesTests {

	private final FeedShelves shelves = new FeedShelves(
			List.of(new Department("kitchen", "Kitchen", "Tools."), new Department("garden", "Garden", "Seeds.")),
			List.of(new Category("kettles", "kitchen", "Kettles", "kettle")),
			Artwork.of(List.of("headphones: headphone", "kettle: kettle", "*: parcel")));

	@Test
	void whatIsThereIsFoundByItsName() throws RefusedException {
		assertThat(place("kitchen", "KETTLES").category())
			.isEqualTo(new Category("kettles", "kitchen", "Kettles", "kettle"));
		assertThat(this.shelves.grown()).isFalse();
	}

	@Test
	void whatIsNotThereIsAddedBehindTheOthers() throws RefusedException {
		assertThat(place("Audio & Vision", "Headphones").category())
			.isEqualTo(new Category("headphones", "audio-vision", "Headphones", "headphones"));
		assertThat(place("audio vision", "headphones")).isEqualTo(place("Audio & Vision", "Headphones"));
		assertThat(this.shelves.departments()).extracting(Department::slug)
			.containsExactly("kitchen", "garden", "audio-vision");
		assertThat(this.shelves.grown()).isTrue();
	}

	@Test
	void departmentsMayHaveCategoriesOfTheSameName() throws RefusedException {
		Category other = place("Garden", "Kettles").category();
		assertThat(other).isEqualTo(new Category("garden-kettles", "garden", "Kettles", "kettle"));
		assertThat(place("garden", "kettles").category()).isEqualTo(other);
		assertThat(place("Kitchen", "Kettles").category().slug()).isEqualTo("kettles");
	}

	@Test
	void oneLevelIsBoth() throws RefusedException {
		assertThat(place("Gifts").category()).isEqualTo(new Category("gifts", "gifts", "Gifts", "parcel"));
	}

	@Test
	void theNarrowestLevelDecidesOnTheDrawing() throws RefusedException {
		assertThat(place("Electronics", "Audio", "Over-ear headphones").drawing()).isEqualTo("headphones");
		assertThat(place("Electronics", "Audio", "Cables").drawing()).isEqualTo("parcel");
		assertThat(place("Electronics", "Audio").category().name()).isEqualTo("Audio");
	}

	@Test
	void namesInOtherScriptsAndLongOnesHaveAnAddress() throws RefusedException {
		assertThat(List.of(place("家電", "電気ケトル"), place("家電", "電気 A"), place("家電", "電子 A"),
				place("x".repeat(80), "y ".repeat(40)), place("x".repeat(79) + "z", "y ".repeat(39) + "z")))
			.extracting((shelf) -> shelf.category().slug())
			.doesNotHaveDuplicates()
			.allMatch((slug) -> slug.matches("[a-z0-9-]{1,64}"));
		assertThat(this.shelves.departments()).extracting(Department::slug)
			.hasSize(5)
			.allMatch((slug) -> slug.matches("[a-z0-9-]{1,64}"));
	}

	@Test
	void aFeedCannotFillTheMenuWithoutEnd() throws RefusedException {
		for (int i : IntStream.range(2, 100).toArray()) {
			place("Department " + i);
		}
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> place("One more"));
		assertThat(place("Department 7").category().name()).isEqualTo("Department 7");
	}

	@Test
	void whatHasNoProductsGoes() throws RefusedException {
		place("Gifts");
		assertThat(this.shelves.keepOnly(List.of("kettles", "gifts"))).isTrue();
		assertThat(this.shelves.departments()).extracting(Department::slug).containsExactly("kitchen", "gifts");
		assertThat(this.shelves.keepOnly(List.of("kettles", "gifts"))).isFalse();
	}

	private FeedShelves.Shelf place(String... levels) throws RefusedException {
		return this.shelves.place(List.of(levels));
	}

}
