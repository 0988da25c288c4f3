package dev.clickpath.storefront.department;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.testing.RunningStorefront;
import dev.clickpath.storefront.testing.SmallCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DepartmentPageTests extends RunningStorefront {

	@Test
	void aDepartmentHasCategoriesSortsAndPages() {
		HttpResponse<String> page = get("/departments/kitchen?sort=price-asc");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Tools that earn their place.", "40 products", "1–24 of 40",
				"/departments/kitchen?sort=price-asc&amp;category=kettles",
				"/departments/kitchen?sort=price-asc&amp;page=2");
		assertThat(CATALOGUE.asked()).anySatisfy((question) -> assertThat(question).startsWith("/search?")
			.contains("department=kitchen", "sort=price-asc", "size=24"));
	}

	@Test
	void aCategoryIsAPageOfItsOwn() {
		assertThat(get("/departments/kitchen?category=kettles").body()).contains("<title>Kettles · Clickpath</title>");
	}

	@Test
	void aDepartmentIsNarrowedLikeASearch() {
		String page = get("/departments/kitchen?category=kettles&brand=Brenna&department=garden").body();
		assertThat(page)
			.contains("href=\"/departments/kitchen?category=kettles&amp;brand=Brenna&amp;brand=Ket+%26+Co\"",
					"href=\"/departments/kitchen?category=kettles\"", "name=\"robots\" content=\"noindex\"",
					"href=\"/departments/kitchen?category=kettles&amp;brand=Brenna&amp;page=2\"")
			.doesNotContainPattern("href=\"/departments[^\"]*garden");
		assertThat(CATALOGUE.asked()).anySatisfy(
				(question) -> assertThat(question).contains("department=kitchen", "category=kettles", "brand=Brenna")
					.doesNotContain("garden"));
	}

	@ParameterizedTest
	@CsvSource({ "/departments/none, 404", "/departments/kitchen?category=none, 404",
			"/departments/kitchen?page=9, 404", "/departments/kitchen?page=99999, 404" })
	void whatIsNotThereIsNotFound(String path, int status) {
		assertThat(get(path).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "?category=&page=x, Kitchen", "?category=%20&page=0&sort=, Kitchen", "?page=-1&sort=odd, Kitchen",
			"?category=kettles&category=none&page=1&page=9, Kettles" })
	void whatMakesNoSenseIsPassedOver(String query, String heading) {
		HttpResponse<String> page = get("/departments/kitchen" + query);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("<h1>" + heading + "</h1>", "1–24 of 40")
			.doesNotContainPattern(
					"href=\"/departments/kitchen\\?[^\"]*(sort=(&|\"|odd|popularity)|category=(&|\"|none))");
	}

	@Test
	void theOtherPagesOfAListAreInItsLanguage() {
		String page = get("/departments/kitchen?category=kettles&lang=de").body();
		assertThat(page).contains("<link rel=\"canonical\" href=\"/departments/kitchen?category=kettles\">")
			.containsPattern("<a [^>]*href=\"/departments/kitchen\\?[^\"]*page=2\"")
			.doesNotContainPattern("<a [^>]*href=\"/departments/kitchen\\?(?![^\"]*lang=de)");
	}

	@Test
	void ofVeryManyCategoriesMostAreLinksOnly() {
		List<Department.Category> categories = IntStream.range(0, 1_900)
			.mapToObj((i) -> new Department.Category("category-" + i, "Category " + i, "kettle/forest", i))
			.toList();
		CATALOGUE.on("/departments",
				(uri) -> List.of(new Department("gifts", "Gifts", "", "kettle/forest", 40, categories)));
		try {
			String page = get("/departments/gifts?category=category-7").body();
			assertThat(page.length()).isLessThan(250_000);
			String tiles = page.substring(page.indexOf("<ul class=\"categories\""));
			tiles = tiles.substring(0, tiles.indexOf("</ul>"));
			assertThat(tiles.split("<img ", -1)).hasSize(1 + 25);
			assertThat(tiles.split("loading=\"lazy\"", -1)).hasSize(1 + 25 - 6);
			assertThat(tiles).contains("Category 1899", "aria-current=\"true\"").doesNotContain("Category 1875 ");
			assertThat(page).contains("1,875 more", "href=\"/departments/gifts?category=category-1874\"");
		}
		finally {
			CATALOGUE.on("/departments", (uri) -> SmallCatalogue.departments());
		}
	}

	@Test
	void aDepartmentThatHasJustComeIsFoundAtOnce() {
		assertThat(get("/departments/kitchen").statusCode()).isEqualTo(200);
		List<Department> more = new ArrayList<>(SmallCatalogue.departments());
		more.add(new Department("gifts", "Gifts", "", "kettle/forest", 40,
				List.of(new Department.Category("small", "Small gifts", "kettle/forest", 40))));
		CATALOGUE.on("/departments", (uri) -> more);
		try {
			assertThat(get("/departments/gifts?category=small").body())
				.contains("<title>Small gifts · Clickpath</title>");
			assertThat(get("/departments/gifts").body()).contains("<h1>Gifts</h1></div>");
		}
		finally {
			CATALOGUE.on("/departments", (uri) -> SmallCatalogue.departments());
		}
	}

}
