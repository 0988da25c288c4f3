package dev.clickpath.catalog.seed;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.seed.Catalogue.CategoryEntry;
import dev.clickpath.catalog.seed.Catalogue.DepartmentEntry;
import dev.clickpath.catalog.seed.Family.Choice;
import dev.clickpath.catalog.seed.Family.Colour;
import dev.clickpath.catalog.seed.Family.Option;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks one family.
 */
final class FamilyReader {

	private static final YearMonth EARLIEST = YearMonth.of(2022, 1);

	private static final YearMonth LATEST = YearMonth.of(2026, 10);

	private static final Set<String> FIELDS = Set.of("family", "category", "brand", "name", "drawing", "price", "was",
			"launched", "popularity", "rating", "ratings", "model", "colour", "attributes", "options", "description");

	private final Map<String, Colour> colours;

	private final Set<String> brands;

	FamilyReader(Map<String, Colour> colours, Set<String> brands) {
		this.colours = colours;
		this.brands = brands;
	}

	Family read(String file, Section entry, DepartmentEntry department) {
		String key = entry.slug("family");
		Section section = entry.called(file + ", family " + key);
		section.allowOnly(FIELDS);
		CategoryEntry category = category(section, department);
		String drawing = section.has("drawing") ? section.slug("drawing") : category.drawing();
		List<Option> options = options(section);
		Family family = new Family(key, department.slug(), category.slug(), brand(section), section.text("name"),
				drawing, price(section), was(section), section.month("launched", EARLIEST, LATEST),
				section.whole("popularity", 0, 100), section.number("rating", 1, 5),
				section.whole("ratings", 0, 1_000_000), section.optionalText("model"), colour(section, options),
				attributes(section), options, section.text("description"));
		refuseUnknownPlaceholders(section, family);
		return family;
	}

	private CategoryEntry category(Section section, DepartmentEntry department) {
		String slug = section.slug("category");
		return department.categories()
			.stream()
			.filter((category) -> category.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> section.wrong("category",
					"\"" + slug + "\" is no category of the department " + department.slug() + "."));
	}

	private String brand(Section section) {
		String brand = section.text("brand");
		if (!this.brands.contains(brand)) {
			throw section.wrong("brand", "\"" + brand + "\" is in none of the brands files.");
		}
		return brand;
	}

	private static long price(Section section) {
		long price = section.cents("price");
		if (price == 0) {
			throw section.wrong("price", "must be more than nothing.");
		}
		return price;
	}

	private static @Nullable Long was(Section section) {
		if (!section.has("was")) {
			return null;
		}
		long was = section.cents("was");
		if (was <= section.cents("price")) {
			throw section.wrong("was", "must be higher than the price.");
		}
		return was;
	}

	private @Nullable Colour colour(Section section, List<Option> options) {
		boolean chosen = options.stream().anyMatch((option) -> option.name().equals(Option.COLOUR));
		if (chosen && section.has("colour")) {
			throw section.wrong("colour", "is not wanted where Colour is an option.");
		}
		return chosen ? null : colour(section, "colour", section.text("colour"));
	}

	private Colour colour(Section section, String field, String slug) {
		Colour colour = this.colours.get(slug);
		if (colour == null) {
			throw section.wrong(field, "\"" + slug + "\" is not in colours.yaml.");
		}
		return colour;
	}

	private static List<Attribute> attributes(Section section) {
		return section.section("attributes")
			.textsByName()
			.entrySet()
			.stream()
			.map((entry) -> new Attribute(entry.getKey(), entry.getValue()))
			.toList();
	}

	private List<Option> options(Section family) {
		Section section = family.section("options");
		List<Option> options = new ArrayList<>();
		for (String name : section.names()) {
			List<Choice> choices = name.equals(Option.COLOUR) ? colours(section) : choices(section.section(name));
			options.add(new Option(name, choices));
		}
		if (options.isEmpty() || options.size() > 2) {
			throw family.wrong("options", "must be one or two.");
		}
		return List.copyOf(options);
	}

	private List<Choice> colours(Section options) {
		return options.texts(Option.COLOUR)
			.stream()
			.map((slug) -> Choice.of(colour(options, Option.COLOUR, slug)))
			.toList();
	}

	private static List<Choice> choices(Section option) {
		List<Choice> choices = new ArrayList<>();
		for (String label : option.names()) {
			Section choice = option.section(label);
			choice.allowOnly(Set.of("plus", "says"));
			long plus = choice.has("plus") ? choice.cents("plus") : 0;
			String says = choice.optionalText("says");
			choices.add(new Choice(label, label, null, plus, (says != null) ? says : ""));
		}
		if (choices.isEmpty()) {
			throw option.wrong("choices", "must be at least one.");
		}
		return List.copyOf(choices);
	}

	private static void refuseUnknownPlaceholders(Section section, Family family) {
		List<Choice> firstChoices = family.options().stream().map((option) -> option.choices().getFirst()).toList();
		String unfilled = Description.firstPlaceholder(Description.of(family, firstChoices));
		if (unfilled != null) {
			throw section.wrong("description", unfilled + " is not the name of an option.");
		}
		for (Option option : family.options()) {
			for (Choice choice : option.choices()) {
				String placeholder = Description
					.firstPlaceholder(Description.fill(choice.says(), family, firstChoices));
				if (placeholder != null) {
					throw section.wrong("options, " + option.name() + ", " + choice.label(),
							placeholder + " is not the name of an option.");
				}
			}
		}
	}

}
