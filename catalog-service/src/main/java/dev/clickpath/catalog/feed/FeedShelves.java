package dev.clickpath.catalog.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

	private static final int REMEMBERED = 20_000;

	private final Artwork artwork;

	private final Map<String, Department> departments = new LinkedHashMap<>();

	private final Map<String, Department> departmentsByName = new HashMap<>();

	/** Their slugs are unique in the whole shop. */
	private final Map<String, Category> categories = new LinkedHashMap<>();

	/** By the slug of the department and the name. */
	private final Map<List<String>, Category> categoriesByName = new HashMap<>();

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
		departments.forEach(this::put);
		categories.forEach(this::put);
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
		Department known = this.departmentsByName.get(ShelfSlug.sameName(name));
		String slug = (known != null) ? known.slug() : ShelfSlug.free(ShelfSlug.of(name), name, this.departments);
		if (!name.equals(OTHER) && !hasRoom(this.departmentsTaken, slug, MOST_DEPARTMENTS - 1)) {
			return department(OTHER);
		}
		this.departmentsTaken.add(slug);
		return (known != null) ? known : add(new Department(slug, name, ""));
	}

	private Department add(Department department) {
		put(department);
		this.grown = true;
		return department;
	}

	private void put(Department department) {
		this.departments.put(department.slug(), department);
		this.departmentsByName.putIfAbsent(ShelfSlug.sameName(department.name()), department);
	}

	private Category category(Department department, String name) throws RefusedException {
		Category known = this.categoriesByName.get(List.of(department.slug(), ShelfSlug.sameName(name)));
		String slug = (known != null) ? known.slug() : slug(department, name);
		if (!name.equals(OTHER) && !hasRoom(this.categoriesTaken, slug, MOST_CATEGORIES - MOST_DEPARTMENTS)) {
			return category(department, OTHER);
		}
		this.categoriesTaken.add(slug);
		return (known != null) ? known : add(new Category(slug, department.slug(), name,
				this.artwork.drawing(List.of(department.name(), name), null)));
	}

	/** Another department may have one of that name. */
	private String slug(Department department, String name) throws RefusedException {
		String slug = ShelfSlug.of(name);
		if (this.categories.containsKey(slug)) {
			slug = ShelfSlug.free(ShelfSlug.within(department.slug(), slug), department.slug() + name, this.categories);
		}
		if (this.categories.containsKey(slug)) {
			throw new RefusedException("the category %s cannot be told from another one of the shop"
				.formatted(RefusedException.quote(name)));
		}
		return slug;
	}

	private Category add(Category category) {
		put(category);
		this.grown = true;
		return category;
	}

	private void put(Category category) {
		this.categories.put(category.slug(), category);
		this.categoriesByName.putIfAbsent(List.of(category.department(), ShelfSlug.sameName(category.name())),
				category);
	}

	private static boolean hasRoom(Set<String> taken, String slug, int most) {
		return taken.contains(slug) || taken.size() < most;
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
