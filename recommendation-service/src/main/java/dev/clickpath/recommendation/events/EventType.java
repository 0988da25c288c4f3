package dev.clickpath.recommendation.events;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor can do.
 */
public enum EventType {

	VIEW, BASKET, PURCHASE, SEARCH;

	/**
	 * The word for it in JSON and in the database.
	 */
	@JsonValue
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static @Nullable EventType ofWord(String word) {
		for (EventType type : values()) {
			if (type.word().equals(word)) {
				return type;
			}
		}
		return null;
	}

}
