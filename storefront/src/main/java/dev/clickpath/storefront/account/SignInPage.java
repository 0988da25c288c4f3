package dev.clickpath.storefront.account;

import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.listing.Query;
import org.jspecify.annotations.Nullable;

/**
 * The form to sign in with.
 *
 * @param alert why it did not work, or null
 * @param refused whether e-mail and password do not belong together
 * @param returnPath where to go on afterwards
 */
public record SignInPage(@Nullable String alert, boolean refused, Field email, Field password, String returnPath) {

	/**
	 * Where to open an account instead.
	 */
	public String registerHref() {
		return Query.of("/register").with("return", this.returnPath).href();
	}

}
