package dev.clickpath.recommendation.visitor;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a shelf is for, in order of worth.
 */
enum ShelfKind {

	RECENTLY_VIEWED, BECAUSE_YOU_VIEWED, SIMILAR, RECOMMENDED, BOUGHT_TOGETHER, TRENDING_NEAR_YOU, TRENDING;

	@JsonValue
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
