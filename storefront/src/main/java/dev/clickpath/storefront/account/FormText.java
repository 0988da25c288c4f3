package dev.clickpath.storefront.account;

import dev.clickpath.storefront.form.Field;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as far as it is shown again.
 */
final class FormText {

	private static final int LONGEST = 300;

	private FormText() {
	}

	static Field echo(@Nullable String typed) {
		return Field.of((typed != null) ? typed.substring(0, Math.min(typed.length(), LONGEST)) : null);
	}

}
