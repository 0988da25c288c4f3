package dev.clickpath.catalog.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.clickpath.catalog.problem.InvalidBodyException;
import dev.clickpath.catalog.step.Steps;
import dev.clickpath.catalog.suggestions.Asking;
import dev.clickpath.catalog.suggestions.PopularQueries;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Is told what shoppers searched for, some time later, so that what many search for can
 * be suggested. What finds nothing is passed over.
 */
@RestController
class AskingController {

	private static final int MOST = 100;

	private static final int LONGEST = 200;

	private final SearchIndex index;

	private final PopularQueries popular;

	private final Steps steps;

	AskingController(SearchIndex index, PopularQueries popular, Steps steps) {
		this.index = index;
		this.popular = popular;
		this.steps = steps;
	}

	@PostMapping("/searches")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void asked(@RequestBody List<@Nullable Told> told) {
		if (told.size() > MOST || told.contains(null)) {
			throw new InvalidBodyException("searches", "must be at most " + MOST + " and none of them null");
		}
		List<Asking> askings = told.stream()
			.filter(Objects::nonNull)
			.map(Told::checked)
			.flatMap(Optional::stream)
			.filter((asking) -> this.index.finds(asking.words()))
			.toList();
		if (!askings.isEmpty()) {
			this.steps.take(() -> {
				this.popular.add(askings);
				return askings;
			});
		}
	}

	/**
	 * One search.
	 *
	 * @param q the words
	 * @param asker a fingerprint of the shopper
	 * @param network of where the shopper comes from
	 */
	record Told(@Nullable String q, @Nullable String asker, @Nullable String network) {

		Optional<Asking> checked() {
			return Asking.of(given("q", this.q), given("asker", this.asker), given("network", this.network));
		}

		private static String given(String field, @Nullable String value) {
			if (value == null || value.isBlank() || value.length() > LONGEST) {
				throw new InvalidBodyException(field, "must have from 1 to " + LONGEST + " characters");
			}
			return value;
		}

	}

}
