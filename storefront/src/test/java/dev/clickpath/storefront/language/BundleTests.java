package dev.clickpath.storefront.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the shop says everything in every language, and says it in the right form.
 */
class BundleTests {

	/** Words that are the same in a language as in English, by their key. */
	private static final Map<Language, Set<String>> SAME = Map.of(
			// German took these over.
			Language.DE,
			Set.of("account.name", "address.name", "catalogue.category.laptops", "catalogue.category.puzzles",
					"catalogue.category.radios", "catalogue.category.sofas", "catalogue.department.sport",
					"failure.status", "journey.candidate.zone", "journey.figure.server", "payment.code.field"),
			Language.ES, Set.of("basket.total", "catalogue.category.radios", "checkout.total"),
			// French gave or took them.
			Language.FR,
			Set.of("account.minutes", "basket.total", "catalogue.category.puzzles", "catalogue.category.radios",
					"catalogue.category.t-shirts", "catalogue.category.vases", "catalogue.department.sport",
					"checkout.total", "journey.candidate.zone", "listing.pages", "payment.code.field", "region.eu",
					"search.suggestions", "search.suggestions.many", "search.suggestions.one"),
			Language.JA, Set.of());

	/** Signs and names that are nobody's words: only numbers, brackets and the like. */
	private static final Set<String> NO_WORDS = Set.of("currency.EUR", "currency.JPY", "facet.attribute",
			"orders.delivery", "page.speech", "product.option");

	private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])");

	private static final Map<Language, Map<String, String>> TEXTS = new EnumMap<>(Language.class);

	private static final Map<Language, Set<String>> FILES = new EnumMap<>(Language.class);

	@BeforeAll
	static void read() throws IOException {
		for (Language language : Language.values()) {
			Map<String, String> texts = new TreeMap<>();
			Set<String> files = new TreeSet<>();
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:words/*." + language.tag() + ".properties")) {
				files.add(Objects.requireNonNull(file.getFilename()).split("\\.", -1)[0]);
				Properties properties = new Properties();
				try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
					properties.load(reader);
				}
				properties.stringPropertyNames().forEach((key) -> texts.put(key, properties.getProperty(key)));
			}
			TEXTS.put(language, texts);
			FILES.put(language, files);
		}
	}

	@Test
	void thereIsAFileForEachFeatureAndLanguageAndNoOther() throws IOException {
		Resource[] all = new PathMatchingResourcePatternResolver().getResources("classpath*:words/*");
		assertThat(all).hasSize(FILES.values().stream().mapToInt(Set::size).sum());
		assertThat(FILES.values()).allSatisfy((files) -> assertThat(files).isEqualTo(FILES.get(Language.EN)));
	}

	@Test
	void noFileSaysTheSameKeyTwice() throws IOException {
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.properties")) {
			List<String> keys = file.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> line.contains("=") && !line.startsWith("#"))
				.map((line) -> line.substring(0, line.indexOf('=')).strip())
				.toList();
			assertThat(keys).as(file.getFilename()).doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyLanguageHasAllKeysAndTheSameArguments(Language language) {
		assertThat(texts(language).keySet()).isEqualTo(texts(Language.EN).keySet());
		texts(Language.EN).forEach(
				(key, english) -> assertThat(arguments(text(language, key))).as(key).isEqualTo(arguments(english)));
	}

	@ParameterizedTest
	@EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
	void nothingIsLeftInEnglish(Language language) {
		Set<String> same = new TreeSet<>();
		texts(Language.EN).forEach((key, english) -> {
			if (english.equals(text(language, key)) && !NO_WORDS.contains(key)) {
				same.add(key);
			}
		});
		assertThat(same).isEqualTo(new TreeSet<>(SAME.getOrDefault(language, Set.of())));
	}

	@ParameterizedTest
	@EnumSource
	void everyTextIsTidy(Language language) {
		assertThat(texts(language)).allSatisfy((key, text) -> {
			assertThat(text).isNotBlank()
				.isEqualTo(text.strip())
				.doesNotContain("  ", "...", "\t", "\ufffd", "TODO")
				.doesNotContainPattern("<[a-z/]");
			if (text.indexOf('{') < 0) {
				assertThat(text).doesNotContain("''").doesNotContain("}");
			}
		});
	}

	/** By {@link Message}, which is what the shop uses, and as the JDK has it. */
	@ParameterizedTest
	@EnumSource
	void everyPatternReadsAsTheJdkHasIt(Language language) {
		Words words = new Bundles(true).of(language);
		texts(language).forEach((key, text) -> {
			if (text.indexOf('{') >= 0) {
				for (long number : new long[] { 0, 1, 2, 11, 1_234_567 }) {
					Object[] arguments = new Object[arguments(text).size()];
					Arrays.fill(arguments, number);
					assertThat(words.of(key, arguments)).as(key)
						.isEqualTo(new MessageFormat(text, language.locale()).format(arguments));
				}
			}
			else {
				assertThat(words.of(key)).isEqualTo(text);
			}
		});
	}

	@Test
	void aPatternThatCountsHasMoreThanOneForm() {
		for (Language language : Language.values()) {
			Words words = new Bundles(true).of(language);
			texts(language).forEach((key, text) -> {
				if (text.contains(",choice,")) {
					Set<String> forms = new TreeSet<>();
					for (long number : new long[] { 0, 1, 5 }) {
						Object[] arguments = new Object[arguments(text).size()];
						Arrays.fill(arguments, number);
						forms.add(words.of(key, arguments).replaceAll("\\b[015]\\b", "n"));
					}
					assertThat(forms).as(key).hasSizeGreaterThan(1);
				}
			});
		}
		assertThat(new Bundles(true).of(Language.EN).of("basket.count", 1_204)).isEqualTo("1,204 things");
		assertThat(new Bundles(true).of(Language.FR).of("listing.products", 0)).isEqualTo("0 produit");
		assertThat(new Bundles(true).of(Language.DE).of("listing.products", 0)).isEqualTo("0 Produkte");
		assertThat(new Bundles(true).of(Language.JA).of("listing.products", 1)).isEqualTo("1件の商品");
	}

	@Test
	void frenchSetsItsSignsApartAndGermanAndSpanishTheirQuotes() {
		assertThat(texts(Language.FR)).allSatisfy((key, text) -> assertThat(text.replaceAll("\\{[^{}]*}", ""))
			.doesNotContainPattern("[^\u00a0\u202f][:;?!»]|«[^\u00a0]"));
		assertThat(texts(Language.DE)).allSatisfy((key, text) -> assertThat(text).doesNotContain("\u201d", "\""));
		assertThat(texts(Language.ES)).allSatisfy((key, text) -> {
			assertThat(text).doesNotContain("\u201c", "\"");
			assertThat(count(text, '?')).as(key).isEqualTo(count(text, '¿'));
			assertThat(count(text, '!')).as(key).isEqualTo(count(text, '¡'));
		});
		assertThat(texts(Language.JA))
			.allSatisfy((key, text) -> assertThat(text).doesNotContainPattern("[!?]|, |\\. "));
	}

	private static long count(String text, char sign) {
		return text.chars().filter((character) -> character == sign).count();
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text)
			.results()
			.map((MatchResult result) -> result.group(1))
			.collect(TreeSet::new, Set::add, Set::addAll);
	}

	private static Map<String, String> texts(Language language) {
		return Objects.requireNonNull(TEXTS.get(language));
	}

	private static String text(Language language, String key) {
		return Objects.requireNonNullElse(texts(language).get(key), "");
	}

}
