package dev.clickpath.storefront.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The frame around every page.
 *
 * @param language the BCP 47 tag of the page's language
 * @param title the document's title
 * @param description a sentence for search engines, or null
 * @param canonical the one path of this page, without what merely sorts it
 * @param alternates the markup of the links to this page in every language, empty for a
 * page that search engines leave alone
 * @param here path and query of this very page, where a form may return to
 * @param searchText what stands in the search field, perhaps empty
 * @param basketCount how many things are in the basket
 * @param delivery where the shop delivers to and how it speaks
 * @param departments the menu
 * @param indexed whether search engines may list this page
 */
public record Chrome(String language, String title, @Nullable String description, String canonical, String alternates,
		String here, String searchText, int basketCount, Delivery delivery, List<MenuEntry> departments,
		boolean indexed) {

	/**
	 * Where the shop delivers to, and all that may be chosen of it.
	 *
	 * @param region its name
	 * @param to the same as where something goes: {@code to Europe}
	 * @param in the same as where something happens: {@code in Europe}
	 * @param speech language and currency in short: {@code EN · EUR}
	 * @param regions where it delivers to
	 * @param languages what it speaks
	 * @param currencies what may be paid with there
	 */
	public record Delivery(String region, String to, String in, String speech, List<Option> regions,
			List<Option> languages, List<Option> currencies) {
	}

	/**
	 * One of several to choose from.
	 *
	 * @param value its value in the form
	 * @param name its name for people
	 * @param current whether it is the one in force
	 */
	public record Option(String value, String name, boolean current) {
	}

	/**
	 * A department in the menu.
	 */
	public record MenuEntry(String slug, String name, String href, boolean current) {
	}

}
