package dev.clickpath.storefront.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Product.Variant;
import dev.clickpath.storefront.catalog.Product;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.product.ProductPage.Option;
import dev.clickpath.storefront.product.ProductPage.OptionChoice;
import dev.clickpath.storefront.visit.Visit;

/**
 * Splits a family into the ways in which its members differ: the colour, which stands
 * first in a variant's label, and the rest of the label.
 */
final class Options {

	private final Product product;

	private final List<Variant> variants;

	private final Media media;

	private final Visit visit;

	Options(Product product, Media media, Visit visit) {
		this.product = product;
		this.variants = Objects.requireNonNullElse(product.variants(), List.of());
		this.media = media;
		this.visit = visit;
	}

	List<Option> all() {
		Variant current = this.variants.stream()
			.filter((variant) -> variant.id().equals(this.product.id()))
			.findFirst()
			.orElse(null);
		Set<String> colours = new LinkedHashSet<>();
		this.variants.forEach((variant) -> colours.add(Objects.toString(variant.colour(), "")));
		if (current == null || this.variants.size() < 2 || colours.contains("")) {
			return List.of();
		}
		if (colours.size() == 1) {
			return List.of(version(choices(this.variants, current, false)));
		}
		List<Variant> sameColour = this.variants.stream()
			.filter((variant) -> Objects.equals(variant.colour(), current.colour()))
			.toList();
		List<Option> options = new ArrayList<>();
		options.add(new Option(this.visit.words().of("product.option.colour"), true,
				choices(nearestOfEachColour(current), current, true)));
		if (sameColour.size() > 1) {
			options.add(version(choicesWithoutColour(sameColour, current)));
		}
		return options;
	}

	private Option version(List<OptionChoice> choices) {
		return new Option(this.visit.words().of("product.option.version"), false, choices);
	}

	/**
	 * Of each colour the variant that is otherwise like the current one, or else the
	 * first.
	 */
	private List<Variant> nearestOfEachColour(Variant current) {
		Map<String, Variant> nearest = new LinkedHashMap<>();
		for (Variant variant : this.variants) {
			nearest.merge(Objects.toString(variant.colour(), ""), variant,
					(known, other) -> rest(other).equals(rest(current)) ? other : known);
		}
		return List.copyOf(nearest.values());
	}

	private List<OptionChoice> choices(List<Variant> variants, Variant current, boolean byColour) {
		return variants.stream()
			.map((variant) -> choice(byColour ? colour(variant) : variant.label(), variant, variant.equals(current)))
			.toList();
	}

	private List<OptionChoice> choicesWithoutColour(List<Variant> variants, Variant current) {
		return variants.stream().map((variant) -> choice(rest(variant), variant, variant.equals(current))).toList();
	}

	private OptionChoice choice(String label, Variant variant, boolean current) {
		return new OptionChoice(label, Cards.href(variant.id(), variant.slug()),
				this.media.url(variant.picture(), this.visit.cdn()), this.visit.prices().text(variant.price()), current,
				variant.stock() <= 0);
	}

	private static String colour(Variant variant) {
		int comma = variant.label().indexOf(", ");
		return (comma < 0) ? variant.label() : variant.label().substring(0, comma);
	}

	private static String rest(Variant variant) {
		int comma = variant.label().indexOf(", ");
		return (comma < 0) ? "" : variant.label().substring(comma + 2);
	}

}
