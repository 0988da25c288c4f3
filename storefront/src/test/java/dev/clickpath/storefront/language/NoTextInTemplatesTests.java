package dev.clickpath.storefront.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a template says anything by itself.
 */
class NoTextInTemplatesTests {

	private static final Set<String> SPOKEN = Set.of("alt", "title", "placeholder", "aria-label", "aria-description",
			"aria-roledescription", "aria-valuetext", "label", "summary", "content");

	/** What a template's expressions say: literals between quotes or bars. */
	private static final Pattern LITERAL = Pattern.compile("'[^']*'|\\|[^|]*\\|");

	private static final Pattern INSERTED = Pattern.compile("[#$]\\{[^}]*}");

	private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

	/** The name of the shop. */
	private static final Set<String> SAID = Set.of("Clickpath");

	private static final Set<String> VOID = Set.of("meta", "link", "input", "img", "br", "hr", "source", "path",
			"circle", "use", "rect", "line");

	static Stream<Resource> templates() throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:templates/**/*.html"));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void aTemplateSaysNothingButWhatIsInTheBundles(Resource template) throws IOException {
		assertThat(spoken(template.getContentAsString(StandardCharsets.UTF_8))).as(template.getFilename()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = "->", textBlock = """
			<p>Hello</p>                             -> Hello
			<p th:text="${a}">Hello</p>              ->
			<p th:text="|Hello ${a}|"></p>           -> Hello
			<p th:text="${a} ? 'Yes' : #{no}"></p>   -> Yes
			<p th:class="${a} ? 'low' : 'high'"></p> ->
			<p th:title="#{a}"><b>Hello</b></p>      -> Hello
			<img alt="Hello">                        -> Hello
			<img alt="">                             ->
			<a th:aria-label="'Hello'"></a>          -> Hello
			""")
	void whatATemplateSaysIsFound(String markup, @Nullable String said) {
		assertThat(spoken(markup)).isEqualTo((said != null) ? List.of(said) : List.of());
	}

	private static List<String> spoken(String markup) {
		Listener listener = new Listener();
		try {
			new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(markup, listener);
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("The template is not well formed", ex);
		}
		return listener.spoken;
	}

	private static final class Listener extends AbstractSimpleMarkupHandler {

		private final List<String> spoken = new ArrayList<>();

		/**
		 * For each open element, whether its text is put in by an expression, or is for
		 * browsers alone.
		 */
		private final Deque<Boolean> replaced = new ArrayDeque<>();

		@Override
		public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line, int column) {
			Map<String, String> all = Objects.requireNonNullElse(attributes, Map.of());
			all.forEach(this::handleAttribute);
			if (!VOID.contains(name)) {
				boolean inside = Boolean.TRUE.equals(this.replaced.peek());
				this.replaced.push(inside || all.containsKey("th:text") || all.containsKey("th:utext")
						|| all.containsKey("th:replace") || name.equals("script"));
			}
		}

		@Override
		public void handleStandaloneElement(String name, @Nullable Map<String, String> attributes, boolean minimised,
				int line, int column) {
			Objects.requireNonNullElse(attributes, Map.<String, String>of()).forEach(this::handleAttribute);
		}

		@Override
		public void handleCloseElement(String name, int line, int column) {
			if (!VOID.contains(name) && !this.replaced.isEmpty()) {
				this.replaced.pop();
			}
		}

		@Override
		public void handleText(char[] buffer, int offset, int length, int line, int column) {
			if (!Boolean.TRUE.equals(this.replaced.peek())) {
				say(new String(buffer, offset, length));
			}
		}

		private void handleAttribute(String name, String value) {
			if (SPOKEN.contains(name) && !isTechnical(value)) {
				say(value);
			}
			else if (name.equals("th:text") || (name.startsWith("th:") && SPOKEN.contains(name.substring(3)))) {
				LITERAL.matcher(value)
					.results()
					.forEach((literal) -> say(INSERTED.matcher(literal.group()).replaceAll("")));
			}
		}

		/** What a {@code meta} element holds for browsers. */
		private static boolean isTechnical(String value) {
			return value.startsWith("width=device-width") || value.startsWith("#") || value.equals("noindex");
		}

		private void say(String text) {
			String said = text.strip().replaceAll("^['|]|['|]$", "").strip();
			if (WORD.matcher(said).find() && !SAID.contains(said)) {
				this.spoken.add(said);
			}
		}

	}

}
