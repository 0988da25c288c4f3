package dev.clickpath.catalog.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.catalog.feed.FeedShelves.Category;
import dev.clickpath.catalog.feed.FeedShelves.Department;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedShelvesTests {

	private final FeedShelves shelves = shelves(false);

	private static FeedShelves shelves(boolean replace) {
		return new FeedShelves(
				List.of(new Department("kitchen", "Kitchen", "Tools."), new Department("garden", "Garden", "Seeds.")),
				List.of(new Category("kettles", "kitchen", "Kettles", "kettle")),
				Artwork.of(List.of("headphones: headphone", "kettle: kettle", "*: parcel")), replace);
	}

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
	void namesThatDifferAreNeverOneCategory() throws RefusedException {
		assertThat("\u96fb\u6c17").hasSameHashCodeAs("\u96fc\u6bf8");
		List<String> names = List.of("\u96fb\u6c17", "\u96fc\u6bf8", "C", "C++", "C#", "Spa", "Spaß");
		List<String> slugs = new ArrayList<>();
		for (String name : names) {
			slugs.add(place("Kitchen", name).category().slug());
		}
		assertThat(slugs).doesNotHaveDuplicates().allMatch((slug) -> slug.matches("[a-z0-9-]{1,64}")).contains("c");
		assertThat(place("Kitchen", "c++").category().name()).isEqualTo("C++");
		assertThat(place("\u96fb\u6c17").category().department())
			.isNotEqualTo(place("\u96fc\u6bf8").category().department());
	}

	@Test
	void whatAnEarlierVersionAddedIsFoundByItsName() throws RefusedException {
		Department department = new Department("0abc1234", "家電", "");
		Category category = new Category("5def6789", "0abc1234", "電気ケトル", "kettle");
		FeedShelves known = new FeedShelves(List.of(department), List.of(category), Artwork.of(List.of("*: parcel")),
				false);
		assertThat(known.place(List.of("家電", "電気ケトル")).category()).isEqualTo(category);
		assertThat(known.grown()).isFalse();
	}

	@Test
	void aFeedCannotFillTheMenuWithoutEnd() throws RefusedException {
		for (int i : IntStream.range(2, 99).toArray()) {
			place("Department " + i);
		}
		assertThat(place("One more").category()).isEqualTo(new Category("one-more", "other", "One more", "parcel"));
		assertThat(place("Another", "Thing").category().department()).isEqualTo("other");
		assertThat(place("Department 7").category().name()).isEqualTo("Department 7");
		assertThat(this.shelves.departments()).hasSize(100);
	}

	@Test
	void aDepartmentCannotHaveCategoriesWithoutEnd() throws RefusedException {
		for (int i = 0; i < 3_000; i++) {
			place("Kitchen", "Category " + i);
		}
		assertThat(place("Kitchen", "Category 2999").category().name()).isEqualTo("Other");
		assertThat(place("Garden", "Last").category())
			.isEqualTo(new Category("garden-other", "garden", "Other", "parcel"));
		assertThat(this.shelves.categories()).hasSizeBetween(1_900, 2_000);
	}

	@Test
	void whatWillGoTakesNoRoom() throws RefusedException {
		FeedShelves replaced = shelves(true);
		for (int i : IntStream.range(0, 99).toArray()) {
			assertThat(replaced.place(List.of("Department " + i)).category().department()).isEqualTo("department-" + i);
		}
		assertThat(replaced.place(List.of("Kitchen", "Kettles")).category().department()).as("those of before, too")
			.isEqualTo("other");
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
