package dev.clickpath.storefront.search;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Suggestions;
import dev.clickpath.storefront.catalog.Suggestions.Highlight;
import dev.clickpath.storefront.catalog.Suggestions.Suggestion;
import dev.clickpath.storefront.listing.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Suggestions for the search field, each with the page it leads to.
 */
@RestController
class SuggestionController {

	private static final int LONGEST = 80;

	private static final Suggestions NONE = new Suggestions(List.of());

	private final Catalogue catalogue;

	SuggestionController(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping("/search/suggestions")
	ResponseEntity<Answer> suggestions(@RequestParam(defaultValue = "") String q, Assembly assembly) {
		String typed = q.strip().toLowerCase(Locale.ROOT);
		Suggestions found = (typed.isEmpty() || typed.length() > LONGEST) ? NONE
				: assembly.<@Nullable Suggestions>await(this.catalogue.suggestions(typed), null);
		if (found == null) {
			return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(List.of(), true));
		}
		List<Linked> linked = found.suggestions()
			.stream()
			.map(SuggestionController::linked)
			.filter(Objects::nonNull)
			.toList();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
			.body(new Answer(linked, false));
	}

	/** Null for a kind of suggestion that this shop does not know. */
	private static @Nullable Linked linked(Suggestion suggestion) {
		String url = switch (suggestion.kind()) {
			case "product" ->
				Cards.href(Objects.toString(suggestion.id(), ""), Objects.toString(suggestion.slug(), ""));
			case "category" ->
				Query.of("/departments/" + suggestion.department()).with("category", suggestion.slug()).href();
			case "department" -> "/departments/" + suggestion.slug();
			case "brand" -> Query.of("/search").with("brand", suggestion.text()).href();
			case "query" -> Query.of("/search").with("q", suggestion.text()).href();
			default -> null;
		};
		return (url != null) ? new Linked(suggestion.kind(), suggestion.text(),
				Objects.requireNonNullElse(suggestion.highlights(), List.of()), url) : null;
	}

	/**
	 * What the search field's script reads.
	 *
	 * @param late whether the catalogue has not answered in time: asked again in a moment
	 * it may have some
	 */
	record Answer(List<Linked> suggestions, boolean late) {
	}

	/** A suggestion and where it leads. */
	record Linked(String kind, String text, List<Highlight> highlights, String url) {
	}

}
