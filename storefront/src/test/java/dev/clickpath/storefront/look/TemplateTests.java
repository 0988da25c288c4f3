package dev.clickpath.storefront.look;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.look.Markup.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every page of the shop keeps to.
 */
class TemplateTests {

	private static final int HOME_PAGE_BYTES = 25 * 1024;

	private final Pages pages = new Pages(Language.EN);

	static Stream<String> names() {
		return SamplePages.all().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void hasOneFirstHeadingAndSkipsNoLevel(String name) {
		List<Integer> levels = markup(name).named("h1", "h2", "h3", "h4")
			.map((heading) -> heading.name().charAt(1) - '0')
			.toList();
		assertThat(levels).containsOnlyOnce(1).startsWith(1);
		for (int index = 1; index < levels.size(); index++) {
			assertThat(levels.get(index)).isLessThanOrEqualTo(levels.get(index - 1) + 1);
		}
	}

	@ParameterizedTest
	@MethodSource("names")
	void hasItsLandmarksAndAWayPastTheHeader(String name) {
		Markup markup = markup(name);
		assertThat(markup.named("header", "main", "footer")).extracting(Element::name)
			.containsExactly("header", "main", "footer");
		assertThat(markup.named("main"))
			.allSatisfy((main) -> assertThat(main.attributes()).containsEntry("id", "main"));
		assertThat(markup.named("a").findFirst())
			.hasValueSatisfying((skip) -> assertThat(skip.attributes()).containsEntry("href", "#main"));
		assertThat(markup.named("nav")).allMatch(
				(nav) -> nav.attributes().containsKey("aria-label") || nav.attributes().containsKey("aria-labelledby"));
	}

	@ParameterizedTest
	@MethodSource("names")
	void reservesThePlaceOfEveryPictureAndGivesItAText(String name) {
		assertThat(markup(name).named("img"))
			.allSatisfy((picture) -> assertThat(picture.attributes()).containsKeys("src", "width", "height", "alt"));
	}

	@ParameterizedTest
	@MethodSource("names")
	void runsUnderAPolicyWithoutInlineScriptsAndStyles(String name) {
		Markup markup = markup(name);
		assertThat(markup.named("style")).isEmpty();
		assertThat(markup.named("script"))
			.allSatisfy((script) -> assertThat(script.attributes()).containsKeys("type", "nonce"));
		assertThat(markup.named("script"))
			.filteredOn((script) -> !"speculationrules".equals(script.attributes().get("type")))
			.isNotEmpty()
			.allSatisfy((script) -> assertThat(script.attributes()).containsKeys("src", "crossorigin"));
		assertThat(markup.elements()).allSatisfy((element) -> assertThat(element.attributes().keySet())
			.noneMatch((attribute) -> attribute.equals("style") || attribute.startsWith("on")));
	}

	@ParameterizedTest
	@MethodSource("names")
	void leavesNothingOfTheTemplateBehind(String name) {
		Markup markup = markup(name);
		assertThat(markup.elements()).extracting(Element::name).noneMatch((tag) -> tag.startsWith("th:"));
		assertThat(markup.elements()).allSatisfy((element) -> assertThat(element.attributes().keySet())
			.noneMatch((attribute) -> attribute.startsWith("th:")));
	}

	@ParameterizedTest
	@MethodSource("names")
	void namesEveryFieldAndUsesEachIdOnce(String name) {
		Markup markup = markup(name);
		List<String> ids = markup.elements()
			.stream()
			.map((element) -> element.attributes().getOrDefault("id", ""))
			.filter((id) -> !id.isEmpty())
			.toList();
		assertThat(ids).doesNotHaveDuplicates();
		List<String> labelled = markup.named("label")
			.map((label) -> label.attributes().getOrDefault("for", ""))
			.toList();
		assertThat(markup.named("input").filter((input) -> !"hidden".equals(input.attributes().get("type"))))
			.allSatisfy((input) -> assertThat(labelled).contains(input.attributes().getOrDefault("id", "unnamed")));
	}

	@ParameterizedTest
	@MethodSource("names")
	void takesTextForTextAndNeverForMarkup(String name) {
		assertThat(render(name)).contains("&lt;b&gt;").doesNotContain("<Bar>");
		assertThat(markup(name).named("bar")).isEmpty();
	}

	@Test
	void givesEachCardOneLinkOnTheTintOfItsDepartment() {
		Markup card = Markup.of(this.pages.card(SamplePages.card(3)));
		assertThat(card.named("a")).hasSize(1);
		assertThat(card.elements().getFirst()).satisfies((item) -> {
			assertThat(item.name()).isEqualTo("li");
			assertThat(item.attributes()).containsEntry("data-department", "outdoors");
		});
	}

	@Test
	void saysWhatACardCostBeforeAndWhenThereIsNoneLeft() {
		assertThat(this.pages.card(SamplePages.card(6))).contains("<del>", "$1,999.00");
		assertThat(this.pages.card(SamplePages.card(0))).doesNotContain("<del>", "Only");
		assertThat(this.pages.card(SamplePages.card(5))).contains("sold-out").doesNotContain("Arrives");
	}

	@Test
	void offersAWayOnInsteadOfAButtonWhenAProductIsSoldOut() {
		assertThat(render("product")).contains("Add to basket");
		assertThat(render("product-sold-out")).doesNotContain("Add to basket").contains("More in Kettles");
	}

	@Test
	void keepsTheHomePageLight() throws IOException {
		int bytes = compressed(render("home").getBytes(StandardCharsets.UTF_8));
		for (String file : List.of("css/shop.css", "js/suggestions.js", "js/shelves.js", "js/transitions.js",
				"js/away.js", "js/click/recorder.js", "js/click/store.js")) {
			bytes += compressed(read("static/" + file));
		}
		assertThat(bytes).isLessThan(HOME_PAGE_BYTES);
	}

	static byte[] read(String path) throws IOException {
		try (InputStream stream = TemplateTests.class.getClassLoader().getResourceAsStream(path)) {
			assertThat(stream).as(path).isNotNull();
			return stream.readAllBytes();
		}
	}

	private static int compressed(byte[] bytes) throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
			stream.write(bytes);
		}
		return compressed.size();
	}

	private String render(String name) {
		return this.pages.render(name, Objects.requireNonNull(SamplePages.all().get(name)));
	}

	private Markup markup(String name) {
		return Markup.of(render(name));
	}

}
