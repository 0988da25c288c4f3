package dev.clickpath.storefront.account;

import java.util.List;

import dev.clickpath.storefront.address.AddressFields;
import dev.clickpath.storefront.form.Field;
import org.jspecify.annotations.Nullable;

/**
 * The page on which customers look after their account.
 *
 * @param notice what was done, or null
 * @param alert why something was not, or null
 * @param hasAddress whether there is an address already
 * @param regions where parcels may go
 * @param languages what the shop speaks
 * @param currencies what may be paid with
 * @param browsers where the customer is signed in, this one first
 */
public record AccountPage(@Nullable String notice, @Nullable String alert, Field name, Field email, Field emailPassword,
		Field oldPassword, Field newPassword, AddressFields address, boolean hasAddress, List<Choice> regions,
		List<Choice> languages, List<Choice> currencies, List<BrowserRow> browsers) {

	/**
	 * One of several.
	 *
	 * @param value its value in the form
	 * @param name its name for people
	 * @param chosen whether it is the one in force
	 */
	public record Choice(String value, String name, boolean chosen) {
	}

	/**
	 * A browser that is signed in.
	 *
	 * @param name what it calls itself
	 * @param current whether it is this one
	 * @param seen since when it is signed in and when it was last here
	 */
	public record BrowserRow(String name, boolean current, String seen) {
	}

}
