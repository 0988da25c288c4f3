package dev.clickpath.cli.bench;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RangeTests {

	@Test
	void findsEachLinkOnce() {
		String page = """
				<a href="/departments/kitchen">a</a> <a class="x" href="/departments/kitchen">b</a>
				<a href="/departments/kitchen?category=kettles">c</a> <a href="/products/kt1/steel-kettle-1-2-l">d</a>
				<a href="/basket">e</a>""";
		assertThat(Range.departments(page)).containsExactly("/departments/kitchen");
		assertThat(Range.products(page)).containsExactly("/products/kt1/steel-kettle-1-2-l");
	}

	@Test
	void searchesForTheWordsOfTheProductsNames() {
		assertThat(Range.words(List.of("/products/kt1/steel-kettle-1-2-l", "/products/kt2/red-kettle")))
			.containsExactly("steel", "kettle");
	}

	@Test
	void takesSearchesFromTheWholeRange() {
		List<String> products = IntStream.range(0, 600)
			.mapToObj((number) -> "/products/p/thing%c%c".formatted('a' + number / 26, 'a' + number % 26))
			.toList();
		assertThat(Range.words(products)).hasSize(60).contains("thingaa", "thingws");
	}

}
