package dev.clickpath.storefront.catalog;

import dev.clickpath.storefront.catalog.Department.Category;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;

/**
 * What departments and categories are called in the visitor's language. Those of the
 * generated catalogue have words for it; a catalogue that somebody brought keeps its own
 * names.
 */
public final class ShelfNames {

	private static final String DEPARTMENT = "catalogue.department.";

	private static final String CATEGORY = "catalogue.category.";

	private ShelfNames() {
	}

	public static String department(String slug, String name, Words words) {
		return isOriginal(words) ? name : words.translated(name, DEPARTMENT.concat(slug));
	}

	public static String category(String slug, String name, Words words) {
		return isOriginal(words) ? name : words.translated(name, CATEGORY.concat(slug));
	}

	/**
	 * The department with its name and its tagline in the visitor's language.
	 */
	public static Department of(Department department, Words words) {
		return isOriginal(words) ? department
				: new Department(department.slug(), department(department.slug(), department.name(), words),
						words.translated(department.tagline(), DEPARTMENT + department.slug() + ".tagline"),
						department.picture(), department.productCount(), department.categories());
	}

	/**
	 * The category with its name in the visitor's language.
	 */
	public static Category of(Category category, Words words) {
		return isOriginal(words) ? category : new Category(category.slug(),
				category(category.slug(), category.name(), words), category.picture(), category.productCount());
	}

	private static boolean isOriginal(Words words) {
		return words.language() == Language.USUAL;
	}

}
