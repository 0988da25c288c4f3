package dev.clickpath.storefront.listing;

import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.visit.LanguageChoice;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list asks for. What makes no sense in an address that people pass
 * around is passed over, so that the page always answers.
 *
 * @param values by name; where only one is asked for, the first counts
 */
public record Parameters(Map<String, List<String>> values) {

	/**
	 * The value of a parameter, empty when there is none.
	 */
	public String first(String name) {
		return this.values.getOrDefault(name, List.of("")).getFirst();
	}

	/**
	 * The page, from 1.
	 */
	public int page() {
		String page = first("page");
		return Math.clamp(page.matches("[0-9]{1,9}") ? Integer.parseInt(page) : 1, 1, Paging.MOST_PAGES);
	}

	/**
	 * The language for the addresses of the list's other pages to ask for, or null: who
	 * keeps no cookies reads on in the language of the first.
	 */
	public @Nullable String language() {
		return Language.of(first(LanguageChoice.PARAMETER)).map(Language::tag).orElse(null);
	}

}
