package dev.clickpath.catalog.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Money;
import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.seed.Family.Choice;
import dev.clickpath.catalog.seed.Family.Colour;
import dev.clickpath.catalog.seed.Family.Option;

/**
 * Makes the products of a family: the cross product of its options.
 */
final class Variants {

	private Variants() {
	}

	static List<Product> of(Family family) {
		List<List<Choice>> combinations = combinations(family.options());
		int leading = new Variation(family.key()).below(combinations.size());
		List<Product> products = new ArrayList<>();
		for (int i = 0; i < combinations.size(); i++) {
			products.add(product(family, combinations.get(i), i, i == leading));
		}
		return products;
	}

	private static List<List<Choice>> combinations(List<Option> options) {
		List<List<Choice>> combinations = List.of(List.of());
		for (Option option : options) {
			List<List<Choice>> longer = new ArrayList<>();
			for (List<Choice> combination : combinations) {
				for (Choice choice : option.choices()) {
					List<Choice> extended = new ArrayList<>(combination);
					extended.add(choice);
					longer.add(extended);
				}
			}
			combinations = longer;
		}
		return combinations;
	}

	private static Product product(Family family, List<Choice> choices, int place, boolean leading) {
		String id = ProductId.of(family, choices);
		Variation variation = new Variation(id);
		String label = choices.stream().map(Choice::label).collect(Collectors.joining(", "));
		String title = family.brand() + " " + family.name() + ", " + label;
		long plus = choices.stream().mapToLong(Choice::plus).sum();
		Colour chosen = choices.stream().map(Choice::colour).filter(Objects::nonNull).findFirst().orElse(null);
		Colour shown = Objects.requireNonNull((chosen != null) ? chosen : family.colour());
		Long was = family.was();
		double rating = variation.rating(family.rating());
		int count = variation.ratings(family.ratings());
		int stock = variation.stock(family.price() + plus);
		int popularity = variation.popularity(family.popularity(), leading);
		return new Product(id, Slug.of(title), title, family.brand(), family.department(), family.category(),
				Money.usd(family.price() + plus), (was != null) ? Money.usd(was + plus) : null,
				Spread.of(rating, count, variation), stock, family.drawing() + "/" + shown.slug(),
				Description.of(family, choices), attributes(family, choices), family.key(), place, label,
				(chosen != null) ? chosen.slug() : null, popularity, family.launched().atDay(1));
	}

	private static List<Attribute> attributes(Family family, List<Choice> choices) {
		List<Attribute> attributes = new ArrayList<>(family.attributes());
		for (int i = 0; i < choices.size(); i++) {
			attributes.add(new Attribute(family.options().get(i).name(), choices.get(i).label()));
		}
		if (family.model() != null) {
			attributes.add(new Attribute("Model", family.model()));
		}
		attributes.add(new Attribute("Brand", family.brand()));
		return List.copyOf(attributes);
	}

}
