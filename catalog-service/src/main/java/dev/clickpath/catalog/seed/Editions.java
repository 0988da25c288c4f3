package dev.clickpath.catalog.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.seed.Family.Choice;
import dev.clickpath.catalog.seed.Family.Colour;
import dev.clickpath.catalog.seed.Family.Option;
import org.jspecify.annotations.Nullable;

/**
 * Further editions of a family for large catalogues: another series or model number,
 * other colours of its category, another price.
 */
final class Editions {

	private static final List<String> SERIES = List.of("Linden", "Harbour", "Juniper", "Meadow", "Quarry", "Lantern",
			"Alder", "Tidewater", "Hazel", "Orchard", "Fjord", "Saddle", "Bramble", "Moorland", "Cedar", "Pebble",
			"Larkspur", "Foundry", "Willow", "Headland", "Copse", "Skylight", "Rowan", "Causeway", "Thistle", "Dune",
			"Hollow", "Ferry", "Aspen", "Weir");

	private final Map<String, Set<Colour>> palettes = new LinkedHashMap<>();

	Editions(Collection<Family> families) {
		for (Family family : families) {
			Set<Colour> palette = this.palettes.computeIfAbsent(family.category(), (category) -> new LinkedHashSet<>());
			family.options().forEach((option) -> option.choices().forEach((choice) -> add(palette, choice.colour())));
			add(palette, family.colour());
		}
	}

	private static void add(Set<Colour> palette, @Nullable Colour colour) {
		if (colour != null) {
			palette.add(colour);
		}
	}

	/**
	 * @param number from 1; the family itself is edition 0
	 */
	Family edition(Family family, int number) {
		String key = family.key() + "-edition-" + number;
		Variation variation = new Variation(key);
		String series = series(number);
		String oldModel = family.model();
		String model = (oldModel != null) ? oldModel + "-" + letters(number) : null;
		boolean numbered = oldModel != null && family.name().contains(oldModel);
		String name = numbered ? family.name().replace(oldModel, model) : family.name() + " " + series;
		double shift = variation.between(0.85, 1.25);
		long price = shifted(family.price(), shift);
		boolean reduced = variation.below(6) == 0;
		return new Family(key, family.department(), family.category(), family.brand(), name, family.drawing(), price,
				reduced ? before(price) : null, family.launched().minusMonths(variation.below(6)),
				(int) (family.popularity() * variation.between(0.2, 0.9)), family.rating(),
				(int) (family.ratings() * variation.between(0.1, 0.9)), model, family.colour(),
				numbered ? family.attributes() : inSeries(family.attributes(), series), options(family, variation),
				family.description());
	}

	private static List<Attribute> inSeries(List<Attribute> attributes, String series) {
		List<Attribute> extended = new ArrayList<>(attributes);
		extended.add(new Attribute("Series", series));
		return extended;
	}

	/** By whole dollars, so that the cents stay as the shop writes them. */
	private static long shifted(long cents, double factor) {
		return cents + Math.round(cents / 100.0 * (factor - 1)) * 100;
	}

	private static long before(long cents) {
		return cents + Math.max(1, cents / 500) * 100;
	}

	private List<Option> options(Family family, Variation variation) {
		return family.options().stream().map((option) -> {
			if (!option.name().equals(Option.COLOUR)) {
				return option;
			}
			List<Colour> palette = new ArrayList<>(this.palettes.getOrDefault(family.category(), Set.of()));
			Collections.shuffle(palette, variation.random());
			return new Option(option.name(), palette.stream().limit(option.choices().size()).map(Choice::of).toList());
		}).toList();
	}

	/** Linden to Weir, then Linden 2 and so on. */
	private static String series(int number) {
		int round = (number - 1) / SERIES.size() + 1;
		String name = SERIES.get((number - 1) % SERIES.size());
		return (round == 1) ? name : name + " " + round;
	}

	/** B, C, … Z, AA, AB, …: the family itself was A. */
	private static String letters(int number) {
		StringBuilder letters = new StringBuilder();
		for (int rest = number + 1; rest > 0; rest = (rest - 1) / 26) {
			letters.insert(0, (char) ('A' + (rest - 1) % 26));
		}
		return letters.toString();
	}

}
