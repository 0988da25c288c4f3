package dev.clickpath.cli.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.cli.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The judged queries of a file.
 */
record Judgements(List<JudgedQuery> queries) {

	/**
	 * Those of the shop's own catalogue.
	 */
	static Judgements own() {
		try (Reader file = new InputStreamReader(
				Objects.requireNonNull(Judgements.class.getResourceAsStream("judged.txt")), StandardCharsets.UTF_8)) {
			return read(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The judged queries cannot be read", ex);
		}
	}

	/**
	 * Those of a person's file.
	 */
	static Judgements of(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			return read(reader);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new Problem("The judged queries of %s cannot be read (%s); write them like those in judged.txt."
				.formatted(file, ex.getMessage()), ex);
		}
	}

	static Judgements read(Reader file) throws IOException {
		List<JudgedQuery> queries = new ArrayList<>();
		String kind = "";
		@Nullable List<Rule> rules = null;
		for (String line : new BufferedReader(file).lines().toList()) {
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			if (line.startsWith("[") && line.endsWith("]")) {
				kind = line.substring(1, line.length() - 1);
			}
			else if (!line.startsWith(" ")) {
				rules = new ArrayList<>();
				queries.add(new JudgedQuery(kind, line.strip(), rules));
			}
			else if (rules != null) {
				rules.add(Rule.parse(line.strip()));
			}
		}
		return new Judgements(List.copyOf(queries));
	}

	/**
	 * The grades of each query by the ids of the articles that have one.
	 */
	Map<JudgedQuery, Map<String, Integer>> grades(List<Article> articles) {
		Map<JudgedQuery, Map<String, Integer>> grades = new HashMap<>();
		this.queries.forEach((query) -> grades.put(query, new HashMap<>()));
		for (Article article : articles) {
			Map<String, String> fields = article.fields();
			Map<String, String> lines = new HashMap<>();
			fields.forEach((field, text) -> lines.put(field, Words.line(text)));
			grades.forEach((query, own) -> {
				int grade = query.grade(fields, lines);
				if (grade > 0) {
					own.put(article.id(), grade);
				}
			});
		}
		return grades;
	}

}
