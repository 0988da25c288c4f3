package dev.clickpath.recommendation.reason;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Why a product is recommended. Whoever shows it has the words.
 *
 * @param product the product it goes back to, or null when it goes back to none
 */
public record Reason(Kind kind, @Nullable String product) {

	/**
	 * What kind of reason.
	 */
	public enum Kind {

		/** Others who looked at the product looked at this one. */
		BECAUSE_YOU_VIEWED,

		/** Others who chose or bought the product met this one. */
		BECAUSE_YOU_CHOSE,

		/** Others looked at both. */
		VIEWED_TOGETHER,

		/** Others chose or bought both. */
		BOUGHT_TOGETHER,

		/** Both are of one category or brand. */
		SIMILAR,
		/** Many are interested in it lately. */
		TRENDING;

		@JsonValue
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
