package dev.clickpath.cli.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A query with what it is hoped to find.
 *
 * @param kind of query: {@code brand}, {@code misspelt}
 */
record JudgedQuery(String kind, String words, List<Rule> rules) {

	/**
	 * The grade of an article, 0 to 3: that of the first rule that fits.
	 */
	int grade(Map<String, String> fields, Map<String, String> lines) {
		return this.rules.stream()
			.filter((rule) -> rule.fits(fields, lines))
			.mapToInt(Rule::grade)
			.findFirst()
			.orElse(0);
	}

	/**
	 * Whether nobody looked at it while the ranking was tuned: a third of all, by a hash,
	 * so that nobody chose which.
	 */
	boolean unseen() {
		CRC32 hash = new CRC32();
		hash.update(this.words.getBytes(StandardCharsets.UTF_8));
		return hash.getValue() % 3 == 0;
	}

}
