package dev.clickpath.storefront.facet;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.storefront.facet.Narrowing.Chip;
import dev.clickpath.storefront.facet.Narrowing.Facet;
import dev.clickpath.storefront.facet.Narrowing.PriceForm;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Gathers facets and lays them out: a property in which the products do not differ is
 * left out, the first few show their values at once, and of many values some come later.
 */
final class FacetList {

	/** So many values are read at a glance. */
	private static final int GLANCE = 7;

	private static final int MOST = 40;

	private static final int OPEN = 4;

	private final Words words;

	/** How many products there are, as choices count them. */
	private final String total;

	private final List<Facet> facets = new ArrayList<>();

	private final List<Chip> chips = new ArrayList<>();

	FacetList(Words words, long total) {
		this.words = words;
		this.total = words.number(total);
	}

	/**
	 * Adds a property in the shop's words.
	 */
	void add(String slug, List<Choice> choices, @Nullable PriceForm form) {
		add(slug, this.words.of("facet." + slug), false, choices, form);
		chosen(choices).forEach((choice) -> this.chips.add(new Chip(choice.name(), choice.href(), false)));
	}

	/**
	 * Adds a property in the catalogue's words, whose values may say little without it.
	 */
	void addForeign(String slug, String name, List<Choice> choices) {
		add(slug, name, true, choices, null);
		chosen(choices).forEach((choice) -> this.chips
			.add(new Chip(this.words.of("facet.attribute", name, choice.name()), choice.href(), true)));
	}

	private static List<Choice> chosen(List<Choice> choices) {
		return choices.stream().filter(Choice::current).toList();
	}

	private void add(String slug, String name, boolean foreign, List<Choice> choices, @Nullable PriceForm form) {
		boolean narrowed = choices.stream().anyMatch(Choice::current);
		boolean same = choices.size() == 1 && this.total.equals(choices.getFirst().count());
		if (choices.isEmpty() || (same && !narrowed)) {
			return;
		}
		List<Choice> first = new ArrayList<>();
		List<Choice> more = new ArrayList<>();
		for (Choice choice : choices) {
			// One left over would not be worth the way to it.
			if (choice.current() || first.size() < GLANCE || choices.size() == GLANCE + 1) {
				first.add(choice);
			}
			else if (more.size() < MOST) {
				more.add(choice);
			}
		}
		this.facets.add(new Facet(slug, name, foreign, narrowed || this.facets.size() < OPEN, first, more, form));
	}

	Narrowing narrowing(@Nullable String reset) {
		return new Narrowing(List.copyOf(this.facets), List.copyOf(this.chips), reset);
	}

}
