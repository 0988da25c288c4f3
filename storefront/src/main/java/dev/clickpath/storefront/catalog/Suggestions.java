package dev.clickpath.storefront.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What someone who is typing may be after.
 */
public record Suggestions(List<Suggestion> suggestions) {

	/**
	 * One of them.
	 *
	 * @param kind {@code product}, {@code category}, {@code brand}, {@code department},
	 * or {@code query} for words to search for
	 */
	public record Suggestion(String kind, String text, @Nullable List<Highlight> highlights, @Nullable String id,
			@Nullable String slug, @Nullable String department) {
	}

	/**
	 * The part of the text that was typed.
	 *
	 * @param start its first character
	 * @param end the character after its last
	 */
	public record Highlight(int start, int end) {
	}

}
