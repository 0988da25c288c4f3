package dev.clickpath.storefront.review;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form, and what is wrong with it.
 *
 * @param stars as they were chosen
 * @param language the tag of the language it is written in
 */
public record ReviewForm(Field stars, Field title, Field text, Field name, Field language) {

	static final int LONGEST_NAME = 60;

	static final int LONGEST_TITLE = 100;

	static final int LONGEST_TEXT = 4_000;

	/** What is longer is not shown again as a whole. */
	private static final int LONGEST_ECHO = 8_000;

	/**
	 * An empty form for somebody, or one with what they wrote before.
	 */
	static ReviewForm of(@Nullable Review before, String name, Language language) {
		if (before == null) {
			return new ReviewForm(Field.EMPTY, Field.EMPTY, Field.EMPTY, Field.of(first(name, LONGEST_NAME)),
					Field.of(language.tag()));
		}
		return new ReviewForm(Field.of(Integer.toString(before.stars())), Field.of(before.title()),
				Field.of(before.text()), Field.of(before.name()), Field.of(before.language()));
	}

	/**
	 * What was sent, checked.
	 */
	static ReviewForm of(Map<String, String> sent, Words words) {
		return new ReviewForm(stars(typed(sent, "stars"), words),
				bounded(typed(sent, "title"), false, LONGEST_TITLE, "title", words),
				bounded(typed(sent, "text"), true, LONGEST_TEXT, "text", words),
				bounded(typed(sent, "name"), true, LONGEST_NAME, "name", words),
				language(typed(sent, "language"), words));
	}

	private static String typed(Map<String, String> sent, String field) {
		return first(Objects.toString(sent.get(field), "").replace("\r\n", "\n"), LONGEST_ECHO);
	}

	private static String first(String text, int most) {
		return (text.codePointCount(0, text.length()) <= most) ? text
				: text.substring(0, text.offsetByCodePoints(0, most));
	}

	private static Field stars(String typed, Words words) {
		return typed.matches("[1-5]") ? Field.of(typed) : Field.EMPTY.wrong(words.of("reviews.form.stars.missing"));
	}

	private static Field language(String typed, Words words) {
		return Field.of(Language.of(typed).orElse(words.language()).tag());
	}

	private static Field bounded(String typed, boolean needed, int most, String name, Words words) {
		String text = typed.strip();
		if (needed && text.isEmpty()) {
			return Field.of(typed).wrong(words.of("reviews.form." + name + ".missing"));
		}
		return Field.of(typed)
			.wrong((text.codePointCount(0, text.length()) > most) ? words.of("reviews.form.long", most) : null);
	}

	/**
	 * The same with a complaint of the catalogue at one of its fields.
	 */
	ReviewForm refused(String field, Words words) {
		String wrong = words.of("reviews.form.unreadable");
		return new ReviewForm(this.stars, field.equals("title") ? this.title.wrong(wrong) : this.title,
				field.equals("name") || field.equals("title") ? this.text : this.text.wrong(wrong),
				field.equals("name") ? this.name.wrong(wrong) : this.name, this.language);
	}

	boolean isRight() {
		return this.stars.error() == null && this.title.error() == null && this.text.error() == null
				&& this.name.error() == null;
	}

	/**
	 * What is sent on of a form that is right.
	 */
	Draft draft(boolean bought) {
		return new Draft(this.name.value().strip(), Integer.parseInt(this.stars.value()), this.title.value().strip(),
				this.text.value().strip(), bought, this.language.value());
	}

	/**
	 * How many stars may be given, most first, by their numbers.
	 */
	public Map<Integer, Boolean> starChoices() {
		Map<Integer, Boolean> choices = new TreeMap<>(Comparator.reverseOrder());
		IntStream.rangeClosed(1, 5)
			.forEach((stars) -> choices.put(stars, this.stars.value().equals(Integer.toString(stars))));
		return choices;
	}

}
