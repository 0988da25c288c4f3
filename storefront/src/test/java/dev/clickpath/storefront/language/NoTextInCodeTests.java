package dev.clickpath.storefront.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a class or a module says anything by itself to people who shop. What it says to
 * those who run the shop, in exceptions and in the log, is in English.
 */
class NoTextInCodeTests {

	private static final Path MAIN = Path.of("src/main");

	/** Packages that never speak to people who shop. */
	private static final Pattern MACHINERY = Pattern.compile(
			"/(?:(?:assembly|assets|attempts|behaviour|cdn|chores|csrf|history|instance|keys|language|media|money|payment|"
					+ "recommendation|security|session|upstream|warmup)/|DemoAccounts\\.java$)");

	private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

	/** Two words in one literal are a text. */
	private static final Pattern TEXT = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");

	/** A module that puts words of its own before people. */
	private static final Pattern SAID = Pattern.compile(
			"(?:ariaLabel|ariaDescription|textContent|innerText|title|placeholder|alt)\\s*=\\s*[\"'`][^\"'`]*\\p{L}{2,}");

	/** What is said to machines and to those who run the shop. */
	private static final Pattern NOT_FOR_SHOPPERS = Pattern
		.compile("^\\s*(?:\\*|//|/\\*)|Exception\\(|logger\\.|\\.description\\(|"
				+ "new Upstream\\(|requireNonNull\\(|malformed\\(|super\\(|message = |\\.sql\\(|\\b(?:select|insert|update|delete|from|where|set|and|values)\\b|"
				+ "<link rel|<script type|text/|default-src|frame-ancestors");

	@Test
	void noClassOfAPageSaysAnythingByItself() {
		List<String> said = lines("java", ".java").filter((line) -> !NOT_FOR_SHOPPERS.matcher(line).find())
			.filter((line) -> LITERAL.matcher(line)
				.results()
				.anyMatch((literal) -> TEXT.matcher(literal.group()).find()))
			.toList();
		assertThat(said).isEmpty();
	}

	@Test
	void noModuleSaysAnythingByItself() {
		assertThat(lines("resources/static/js", ".js").filter((line) -> SAID.matcher(line).find())).isEmpty();
	}

	private static Stream<String> lines(String folder, String ending) {
		try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
			return files.filter((file) -> file.toString().endsWith(ending))
				.filter((file) -> !MACHINERY.matcher(file.toString()).find())
				.flatMap(NoTextInCodeTests::lines)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
