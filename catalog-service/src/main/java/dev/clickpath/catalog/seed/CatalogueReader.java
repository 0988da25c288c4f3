package dev.clickpath.catalog.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.clickpath.catalog.seed.Catalogue.CategoryEntry;
import dev.clickpath.catalog.seed.Catalogue.DepartmentEntry;
import dev.clickpath.catalog.seed.Family.Colour;

/**
 * Reads the data files into a {@link Catalogue}. The first thing that is wrong ends the
 * reading with a {@link CatalogueException}.
 */
public final class CatalogueReader {

	private final CatalogueFiles files;

	private CatalogueReader(CatalogueFiles files) {
		this.files = files;
	}

	public static Catalogue read(CatalogueFiles files) {
		return new CatalogueReader(files).read();
	}

	private Catalogue read() {
		List<DepartmentEntry> departments = departments();
		FamilyReader familyReader = new FamilyReader(colours(), brands());
		List<Family> families = new ArrayList<>();
		for (DepartmentEntry department : departments) {
			String name = "families/" + department.slug() + ".yaml";
			for (Section section : YamlFile.list(name, this.files.text(name))) {
				families.add(familyReader.read(name, section, department));
			}
		}
		refuseRepeated(families);
		return new Catalogue(List.copyOf(departments), List.copyOf(families), reviewers());
	}

	private List<Reviewers> reviewers() {
		List<Reviewers> reviewers = new ArrayList<>();
		this.files.forEachIn("reviews/", (name, text) -> reviewers.add(ReviewersReader.read(name, text)));
		return List.copyOf(reviewers);
	}

	private List<DepartmentEntry> departments() {
		String name = "departments.yaml";
		Set<String> slugs = new HashSet<>();
		List<DepartmentEntry> departments = new ArrayList<>();
		for (Section section : YamlFile.list(name, this.files.text(name))) {
			section.allowOnly(Set.of("slug", "name", "tagline", "categories"));
			List<CategoryEntry> categories = new ArrayList<>();
			for (Section category : section.sections("categories")) {
				category.allowOnly(Set.of("slug", "name", "drawing"));
				categories.add(new CategoryEntry(unused("slug", category, slugs), category.text("name"),
						category.slug("drawing")));
			}
			departments.add(new DepartmentEntry(unused("slug", section, slugs), section.text("name"),
					section.text("tagline"), List.copyOf(categories)));
		}
		return departments;
	}

	private static String unused(String field, Section section, Set<String> used) {
		String slug = section.slug(field);
		if (!used.add(slug)) {
			throw section.wrong(field, "\"" + slug + "\" is used twice.");
		}
		return slug;
	}

	private Map<String, Colour> colours() {
		String name = "colours.yaml";
		Map<String, Colour> colours = new LinkedHashMap<>();
		YamlFile.map(name, this.files.text(name))
			.textsByName()
			.forEach((slug, colour) -> colours.put(slug, new Colour(slug, colour)));
		return colours;
	}

	private Set<String> brands() {
		Set<String> brands = new HashSet<>();
		this.files.forEachIn("brands", (name, text) -> brands.addAll(YamlFile.map(name, text).textsByName().keySet()));
		return brands;
	}

	private static void refuseRepeated(List<Family> families) {
		Map<String, Family> byKey = new HashMap<>();
		Map<String, Family> byTitle = new HashMap<>();
		for (Family family : families) {
			String place = "families/" + family.department() + ".yaml, family " + family.key();
			if (byKey.put(family.key(), family) != null) {
				throw new CatalogueException(place + ", family: the key is used twice.");
			}
			Family namesake = byTitle.put(family.brand() + " " + family.name(), family);
			if (namesake != null) {
				throw new CatalogueException(place + ", name: family " + namesake.key() + " is called the same.");
			}
		}
	}

}
