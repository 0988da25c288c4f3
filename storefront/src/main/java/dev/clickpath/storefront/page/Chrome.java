package dev.clickpath.storefront.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The frame around every page.
 *
 * @param title the document's title
 * @param description a sentence for search engines, or null
 * @param canonical the one path of this page, without what merely sorts it
 * @param here path and query of this very page, where a form may return to
 * @param searchText what stands in the search field, perhaps empty
 * @param basketCount how many things are in the basket
 * @param region where the shop delivers to
 * @param regions all that may be chosen
 * @param departments the menu
 * @param indexed whether search engines may list this page
 */
public record Chrome(String title, @Nullable String description, String canonical, String here, String searchText,
		int basketCount, RegionChoice region, List<RegionChoice> regions, List<MenuEntry> departments,
		boolean indexed) {

	/**
	 * A place to deliver to.
	 *
	 * @param slug its value in the form
	 * @param name its name for people
	 * @param current whether it is the one in force
	 */
	public record RegionChoice(String slug, String name, boolean current) {
	}

	/**
	 * A department in the menu.
	 */
	public record MenuEntry(String slug, String name, String href, boolean current) {
	}

}
