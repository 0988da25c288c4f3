package dev.clickpath.storefront.form;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param value what stands in it, perhaps empty
 * @param error what is wrong with it, in words for people, or null
 */
public record Field(String value, @Nullable String error) {

	/** Nothing in it, and nothing wrong with that. */
	public static final Field EMPTY = new Field("", null);

	public static Field of(@Nullable String value) {
		return new Field((value != null) ? value : "", null);
	}

	public Field wrong(@Nullable String error) {
		return new Field(this.value, error);
	}

}
