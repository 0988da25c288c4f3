package dev.clickpath.storefront.page;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself to the frame around it.
 *
 * @param title the document's title, without the shop's name
 * @param canonical the one path of this page
 * @param description a sentence for search engines, or null
 * @param searchText what stands in the search field
 * @param department the slug of the department it belongs to, or null
 * @param indexed whether search engines may list it
 * @param art the piece of art that is seen first on every page of its kind, or null
 */
public record Frame(String title, String canonical, @Nullable String description, String searchText,
		@Nullable String department, boolean indexed, @Nullable String art) {

	/**
	 * A page for everybody.
	 */
	public static Frame of(String title, String canonical) {
		return new Frame(title, canonical, null, "", null, true, null);
	}

	public Frame describedAs(@Nullable String sentence) {
		return new Frame(this.title, this.canonical, sentence, this.searchText, this.department, this.indexed,
				this.art);
	}

	public Frame in(String department) {
		return new Frame(this.title, this.canonical, this.description, this.searchText, department, this.indexed,
				this.art);
	}

	/**
	 * A page that is somebody's own or a passing view, which search engines leave alone.
	 */
	public Frame passing() {
		return new Frame(this.title, this.canonical, this.description, this.searchText, this.department, false,
				this.art);
	}

	/**
	 * A page that shows this piece of art first, which browsers are told before they see
	 * it.
	 */
	public Frame showing(String art) {
		return new Frame(this.title, this.canonical, this.description, this.searchText, this.department, this.indexed,
				art);
	}

	public Frame searchedFor(String words) {
		return new Frame(this.title, this.canonical, this.description, words, this.department, this.indexed, this.art);
	}

}
