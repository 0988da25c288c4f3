package dev.clickpath.catalog.seed;

import java.util.Set;

import dev.clickpath.catalog.seed.Reviewers.Phrases;

/**
 * Reads what buyers write in one language: {@code reviews/en.yaml}.
 */
final class ReviewersReader {

	private ReviewersReader() {
	}

	static Reviewers read(String name, String text) {
		Section file = YamlFile.map(name, text);
		file.allowOnly(Set.of("share", "names", "delighted", "content", "undecided", "disappointed"));
		String language = name.substring(name.indexOf('/') + 1, name.indexOf('.'));
		return new Reviewers(language, file.whole("share", 1, 1_000), file.texts("names"), phrases(file, "delighted"),
				phrases(file, "content"), phrases(file, "undecided"), phrases(file, "disappointed"));
	}

	private static Phrases phrases(Section file, String mood) {
		Section phrases = file.section(mood);
		phrases.allowOnly(Set.of("titles", "beginnings", "middles", "endings"));
		return new Phrases(phrases.texts("titles"), phrases.texts("beginnings"), phrases.texts("middles"),
				phrases.texts("endings"));
	}

}
