package dev.clickpath.storefront.account;

import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.listing.Query;
import org.jspecify.annotations.Nullable;

/**
 * The form to open an account with.
 *
 * @param alert why it did not work, or null
 * @param returnPath where to go on afterwards
 */
public record RegisterPage(@Nullable String alert, Field name, Field email, Field password, String returnPath) {

	/**
	 * Where to sign in instead.
	 */
	public String signInHref() {
		return Query.of("/sign-in").with("return", this.returnPath).href();
	}

}
