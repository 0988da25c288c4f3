package dev.clickpath.catalog.suggestions;

import java.util.List;
import java.util.Locale;

import dev.clickpath.catalog.problem.InvalidParameterException;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a shopper may mean by what they have typed so far.
 */
@RestController
class SuggestionController {

	private static final int LONGEST = 200;

	private final Suggestions suggestions;

	SuggestionController(Suggestions suggestions) {
		this.suggestions = suggestions;
	}

	@GetMapping("/suggestions")
	Answer suggestions(@RequestParam(defaultValue = "") String q) {
		if (q.length() > LONGEST) {
			throw new InvalidParameterException("q", "must be at most " + LONGEST + " characters long");
		}
		return new Answer(this.suggestions.suggest(q.strip().toLowerCase(Locale.ROOT)));
	}

	record Answer(List<Suggestion> suggestions) {

	}

}
