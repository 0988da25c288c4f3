package dev.clickpath.storefront.language;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import dev.clickpath.storefront.testing.Visits;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether every page says everything in the language it was asked for.
 */
class EveryPageTests extends RunningStorefront {

	/** Add the pages of new features here. */
	private static final List<String> PAGES = List.of("/", "/journey/live", "/departments/kitchen",
			"/departments/kitchen?category=kettles&page=2", "/departments/none", "/departments/kitchen?category=none",
			"/departments/kitchen?page=9", "/search", "/search?q=kettle&brand=Brenna&price-min=100&rating-min=4",
			"/search?q=kettle&page=9", "/search?q=ketle", "/search?q=blue+kettle",
			"/search?q=blue+ketles&as-typed=true", "/search?q=ketle&as-typed=true&attr.material=steel",
			"/departments/kitchen?rating-min=4&brand=Nobody", "/search?q=nothing",
			"/search?q=nothing&in-stock=true&on-sale=true", "/products/k5/kettle-5", "/products/k2/kettle-2",
			"/products/k5/kettle-5/reviews", "/products/k5/kettle-5/reviews?stars=5&sort=lowest",
			"/products/k5/kettle-5/reviews?stars=2", "/products/k5/kettle-5/reviews?page=9",
			"/products/k2/kettle-2/reviews", "/products/none/none", "/sign-in", "/sign-in?return=/basket", "/register",
			"/basket", "/basket?notice=limited", "/basket?notice=sold-out", "/basket?notice=full", "/why/k9", "/why/k2",
			"/not-interested", "/not-interested?gone=k9", "/journey", "/no/such/page");

	private static final Set<String> SPOKEN = Set.of("data-words", "alt", "title", "placeholder", "aria-label",
			"content", "data-back", "data-on", "data-less", "data-more", "data-one", "data-many", "data-suggestions",
			"data-brand", "data-category", "data-department", "data-query", "data-label", "data-total", "data-server",
			"data-first", "data-largest", "data-hide");

	/** As keys look, and as Thymeleaf writes one that it does not find. */
	private static final Pattern KEY = Pattern.compile("\\?\\?|\\b[a-z]+\\.[a-z]+(?:[.-][a-z]+)*\\b");

	@Autowired
	private JdbcClient jdbc;

	private final String visitor = "language_" + UUID.randomUUID();

	@BeforeEach
	void fillTheBasket() {
		post("/basket/items", Map.of("product", "k3", "quantity", "2"), "Cookie", "visitor=" + this.visitor);
		post("/basket/items", Map.of("product", "k10"), "Cookie", "visitor=" + this.visitor);
	}

	@ParameterizedTest
	@EnumSource
	void everyPageSpeaksTheLanguageItWasAskedFor(Language language) {
		for (String path : PAGES) {
			HttpResponse<String> page = page(path, language);
			assertThat(page.headers().firstValue("Content-Language")).as(path).contains(language.tag());
			assertThat(page.headers().allValues("Vary")).as(path).contains("Accept-Language");
			assertThat(page.body()).as(path).contains("<html lang=\"" + language.tag() + "\"");
			assertThat(spoken(page.body())).as(path).noneMatch((text) -> KEY.matcher(text).find());
		}
	}

	@ParameterizedTest
	@EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
	void noPageSaysAnythingInEnglish(Language language) throws Exception {
		List<Pattern> english = english(language);
		for (String path : PAGES) {
			for (String text : spoken(page(path, language).body())) {
				assertThat(english).as("%s says \"%s\"", path, text)
					.noneMatch((pattern) -> pattern.matcher(text).matches());
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyPageOfACustomerSpeaksTheirLanguage(Language language) throws Exception {
		// Nobody else opens so many accounts from one place.
		this.jdbc.sql("delete from attempt").update();
		Browser browser = browser("Accept-Language", language.tag(), "Accept", "text/html");
		List<HttpResponse<String>> pages = new ArrayList<>();
		pages.add(browser.openAndSend("/register", "/register", "name", "", "email", "x", "password", "x"));
		pages.add(
				browser.openAndSend("/sign-in", "/sign-in", "email", "nobody@example.org", "password", "seven herons"));
		browser.openAndSend("/register", "/register", "name", "Ada Byron", "email",
				"language_" + UUID.randomUUID() + "@example.org", "password", "seven grey herons");
		pages.add(browser.open("/checkout"));
		browser.openAndSend("/basket", "/basket/items", "product", "k3", "quantity", "2");
		pages.add(browser.open("/checkout"));
		pages.add(browser.send("/checkout", "name", "<", "country", "DE", "postcode", "x", "card-number", "1"));
		pages.add(browser.open("/orders"));
		pages.add(browser.open("/orders/" + UUID.randomUUID()));
		pages.add(browser.open("/account"));
		List<Pattern> english = (language != Language.EN) ? english(language) : List.of();
		for (HttpResponse<String> page : pages) {
			String path = page.request().method() + " " + page.uri();
			assertThat(page.body()).as(path).contains("<html lang=\"" + language.tag() + "\"");
			assertThat(spoken(page.body())).as(path)
				.noneMatch((text) -> KEY.matcher(text).find() && !text.contains("example.org"))
				.allSatisfy((text) -> assertThat(english).noneMatch((pattern) -> pattern.matcher(text).matches()));
		}
	}

	@Test
	void whatIsLeftInEnglishWouldBeFound() throws Exception {
		List<Pattern> english = english(Language.DE);
		for (String text : List.of("Your basket is empty", "Only 3 left", "40 products", "1 product", "Search: tea",
				"was", "Kitchen")) {
			assertThat(english).as(text).anyMatch((pattern) -> pattern.matcher(text).matches());
		}
		assertThat(spoken("<p>, was </p><img alt=\"Kitchen\">")).containsExactly("was", "Kitchen");
	}

	@Test
	void searchEnginesAreLedToEveryLanguage() {
		HttpResponse<String> department = get("/departments/kitchen?category=kettles&sort=rating");
		assertThat(department.body()).contains(
				"<link rel=\"canonical\" href=\"/departments/kitchen?category=kettles\">",
				"<link rel=\"alternate\" hreflang=\"de\" href=\"/departments/kitchen?category=kettles&amp;lang=de\">",
				"<link rel=\"alternate\" hreflang=\"x-default\" href=\"/departments/kitchen?category=kettles\">");
		HttpResponse<String> japanese = get("/?lang=ja");
		assertThat(japanese.body()).contains("<html lang=\"ja\"", "<link rel=\"canonical\" href=\"/\">",
				"name=\"return\" value=\"/\"");
		assertThat(japanese.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("language=ja;"));
		assertThat(get("/search?q=tea").body()).doesNotContain("hreflang");
	}

	@Test
	void aProblemIsToldInTheLanguageOfTheProgramsUser() {
		HttpResponse<String> problem = get("/no/such/page", "Accept", "application/json", "Accept-Language", "de");
		assertThat(problem.body()).contains("Diese Seite gibt es hier nicht", "urn:clickpath:problem:not-found");
		assertThat(problem.headers().firstValue("Content-Language")).contains("de");
	}

	@ParameterizedTest
	@EnumSource
	void whatTheCatalogueSaysOfAProductIsMarkedAsItsOwn(Language language) {
		String page = page("/products/k5/kettle-5", language).body();
		assertThat(page)
			.contains((language == Language.EN) ? "<h1>Kettle No. 5</h1>" : "<h1 lang=\"en\">Kettle No. 5</h1>");
	}

	private HttpResponse<String> page(String path, Language language) {
		return get(path, "Accept-Language", language.tag(), "Accept", "text/html", "Cookie", "visitor=" + this.visitor);
	}

	/** All that English says and the language does not, as patterns of whole texts. */
	private static List<Pattern> english(Language language) throws Exception {
		Words english = Visits.words(Language.EN);
		Words other = Visits.words(language);
		List<Pattern> patterns = new ArrayList<>();
		for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.en.properties")) {
			for (String key : PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8))
				.stringPropertyNames()) {
				Stream.of(1, 7).forEach((number) -> {
					Object[] arguments = { number, number, number, number };
					String text = english.of(key, arguments);
					if (!text.equals(other.of(key, arguments)) && text.matches(".*\\p{L}{3}.*")) {
						patterns.add(Pattern.compile("\\Q" + text.replace("" + number, "\\E.+\\Q") + "\\E"));
					}
				});
			}
		}
		return patterns;
	}

	/**
	 * Everything on a page that is read or heard in the visitor's language, without the
	 * signs around it.
	 */
	private static List<String> spoken(String page) {
		List<String> spoken = new ArrayList<>();
		try {
			new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(page,
					new AbstractSimpleMarkupHandler() {
						// An element whose text is nobody's language, while inside it.
						private @Nullable String unspoken;

						@Override
						public void handleText(char[] buffer, int offset, int length, int line, int column) {
							if (this.unspoken == null) {
								say(new String(buffer, offset, length));
							}
						}

						@Override
						public void handleCloseElement(String name, int line, int column) {
							if (name.equals(this.unspoken)) {
								this.unspoken = null;
							}
						}

						@Override
						public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line,
								int column) {
							Map<String, String> all = Objects.requireNonNullElse(attributes, Map.of());
							if (this.unspoken == null && (name.equals("script") || "no".equals(all.get("translate")))) {
								this.unspoken = name;
							}
							all.forEach((attribute, value) -> {
								if (SPOKEN.contains(attribute) && !value.startsWith("width=")) {
									say(value);
								}
							});
						}

						@Override
						public void handleStandaloneElement(String name, @Nullable Map<String, String> attributes,
								boolean minimised, int line, int column) {
							handleOpenElement(name, attributes, line, column);
							handleCloseElement(name, line, column);
						}

						private void say(String text) {
							String said = text.replaceAll("^[\\s,]+|[\\s,]+$", "");
							if (!said.isEmpty()) {
								spoken.add(said);
							}
						}
					});
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("The page is not well formed", ex);
		}
		return spoken;
	}

}
