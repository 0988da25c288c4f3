package dev.clickpath.catalog.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.clickpath.catalog.seed.Slug;

/**
 * The departments and categories, those that are there and those that a feed adds. A name
 * that differs only in case or in what is between its words is the same one. What finds
 * no place stands with other things, since a menu without end helps nobody.
 */
public final class FeedShelves {

	private static final int MOST_DEPARTMENTS = 100;

	private static final int MOST_CATEGORIES = 2_000;

	/** Where what has no place of its own stands. */
	static final String OTHER = "Other";

	private static final int LONGEST_SLUG = 48;

	private static final int REMEMBERED = 20_000;

	private final Artwork artwork;

	private final Map<String, Department> departments = new LinkedHashMap<>();

	/** Their slugs are unique in the whole shop. */
	private final Map<String, Category> categories = new LinkedHashMap<>();

	private final Map<List<String>, Shelf> known = new HashMap<>();

	/** The slugs of those departments that stay. */
	private final Set<String> departmentsTaken = new HashSet<>();

	private final Set<String> categoriesTaken = new HashSet<>();

	private boolean grown;

	/**
	 * A department.
	 */
	public record Department(String slug, String name, String tagline) {

	}

	/**
	 * A category of a department.
	 *
	 * @param drawing the picture of its products
	 */
	public record Category(String slug, String department, String name, String drawing) {

	}

	/**
	 * Where a product stands.
	 *
	 * @param drawing its picture, without the colourway
	 */
	public record Shelf(Category category, String drawing) {

	}

	/**
	 * Begins with those that are there.
	 * @param replace whether those that the feed does not use will go, and take no room
	 */
	public FeedShelves(List<Department> departments, List<Category> categories, Artwork artwork, boolean replace) {
		departments.forEach((department) -> this.departments.put(department.slug(), department));
		categories.forEach((category) -> this.categories.put(category.slug(), category));
		if (!replace) {
			this.departmentsTaken.addAll(this.departments.keySet());
			this.categoriesTaken.addAll(this.categories.keySet());
		}
		this.artwork = artwork;
	}

	/**
	 * Where something of this kind stands: in the department that the first level names,
	 * and there in the category of the second. With one level both are that. Of more
	 * departments and categories than there is room for, the last are {@code Other}.
	 */
	public Shelf place(List<String> levels) throws RefusedException {
		Shelf shelf = this.known.get(levels);
		if (shelf == null) {
			Department department = department(levels.getFirst());
			Category category = category(department, levels.get(Math.min(1, levels.size() - 1)));
			shelf = new Shelf(category,
					(levels.size() > 2) ? this.artwork.drawing(levels, category.drawing()) : category.drawing());
			if (this.known.size() < REMEMBERED) {
				this.known.put(levels, shelf);
			}
		}
		return shelf;
	}

	private Department department(String name) {
		String slug = slug(name);
		if (!name.equals(OTHER) && !hasRoom(this.departmentsTaken, slug, MOST_DEPARTMENTS - 1)) {
			return department(OTHER);
		}
		this.departmentsTaken.add(slug);
		Department department = this.departments.get(slug);
		if (department == null) {
			department = new Department(slug, name, "");
			this.departments.put(slug, department);
			this.grown = true;
		}
		return department;
	}

	private Category category(Department department, String name) throws RefusedException {
		String slug = slug(name);
		Category category = this.categories.get(slug);
		if (category != null && !category.department().equals(department.slug())) {
			// Another department has one of that name.
			slug = department.slug() + "-" + slug;
			if (slug.length() > LONGEST_SLUG) {
				slug = hash(slug);
			}
			category = this.categories.get(slug);
		}
		if (category != null && !category.department().equals(department.slug())) {
			throw new RefusedException("the category %s cannot be told from another one of the shop"
				.formatted(RefusedException.quote(name)));
		}
		if (!name.equals(OTHER) && !hasRoom(this.categoriesTaken, slug, MOST_CATEGORIES - MOST_DEPARTMENTS)) {
			return category(department, OTHER);
		}
		this.categoriesTaken.add(slug);
		if (category == null) {
			category = new Category(slug, department.slug(), name,
					this.artwork.drawing(List.of(department.name(), name), null));
			this.categories.put(slug, category);
			this.grown = true;
		}
		return category;
	}

	private static boolean hasRoom(Set<String> taken, String slug, int most) {
		return taken.contains(slug) || taken.size() < most;
	}

	/** Letters of other scripts do not stand in an address: a hash takes their place. */
	private static String slug(String name) {
		String slug = Slug.of(name);
		boolean whole = name.codePoints().filter(Character::isLetterOrDigit).allMatch(FeedShelves::isLatin);
		if (!whole || slug.isEmpty()) {
			String hash = hash(name.toLowerCase(Locale.ROOT));
			return slug.isEmpty() ? hash : cut(slug, LONGEST_SLUG - hash.length() - 1) + "-" + hash;
		}
		return (slug.length() <= LONGEST_SLUG) ? slug : cut(slug, LONGEST_SLUG - 9) + "-" + hash(slug);
	}

	private static String cut(String slug, int longest) {
		return (slug.length() <= longest) ? slug : slug.substring(0, longest);
	}

	private static boolean isLatin(int c) {
		return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN || (c >= '0' && c <= '9');
	}

	private static String hash(String name) {
		return HexFormat.of().toHexDigits(name.hashCode());
	}

	/**
	 * Whether some were added.
	 */
	public boolean grown() {
		return this.grown;
	}

	/**
	 * All departments in the order of the menu.
	 */
	public List<Department> departments() {
		return List.copyOf(this.departments.values());
	}

	/**
	 * All categories; those of a department are in the order of the menu.
	 */
	public List<Category> categories() {
		return List.copyOf(this.categories.values());
	}

	/**
	 * Takes away what has no products.
	 * @param used the slugs of the categories that have some
	 * @return whether there was anything to take away
	 */
	public boolean keepOnly(Collection<String> used) {
		boolean fewer = this.categories.keySet().retainAll(used);
		Set<String> kept = this.categories.values().stream().map(Category::department).collect(Collectors.toSet());
		return this.departments.keySet().retainAll(kept) || fewer;
	}

}
