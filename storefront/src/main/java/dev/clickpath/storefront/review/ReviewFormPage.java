package dev.clickpath.storefront.review;

import java.util.Arrays;
import java.util.List;

import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.page.Chrome.Option;
import dev.clickpath.storefront.page.Link;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer writes.
 *
 * @param title of the product
 * @param department the slug of its department
 * @param picture the address of its picture
 * @param breadcrumbs the way here from the home page
 * @param action where the form is sent to
 * @param alert why it was not taken, or null
 * @param published whether there is a review already, which this one replaces
 */
public record ReviewFormPage(String title, String department, String picture, List<Link> breadcrumbs, String action,
		@Nullable String alert, boolean published, ReviewForm form) {

	/**
	 * The languages of the shop, for what is written.
	 */
	public List<Option> languages() {
		return Arrays.stream(Language.values())
			.map((language) -> new Option(language.tag(), language.ownName(),
					language.tag().equals(this.form.language().value())))
			.toList();
	}

	public int longestText() {
		return ReviewForm.LONGEST_TEXT;
	}

	public int longestTitle() {
		return ReviewForm.LONGEST_TITLE;
	}

	public int longestName() {
		return ReviewForm.LONGEST_NAME;
	}

}
