package dev.clickpath.storefront.facet;

import java.util.List;

import dev.clickpath.storefront.listing.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What a list can be narrowed by, and what it is narrowed by already.
 *
 * @param facets its properties, each with what can be chosen
 * @param chips what is chosen, each leading to the list without it
 * @param reset the list without any filter, or null when none is on
 */
public record Narrowing(List<Facet> facets, List<Chip> chips, @Nullable String reset) {

	public static final Narrowing NONE = new Narrowing(List.of(), List.of(), null);

	/**
	 * One property of the products with its values.
	 *
	 * @param foreign whether its words are the catalogue's
	 * @param open whether its values are shown at once
	 * @param choices those shown first
	 * @param more the others
	 * @param form for a choice of one's own, or null
	 */
	public record Facet(String slug, String name, boolean foreign, boolean open, List<Choice> choices,
			List<Choice> more, @Nullable PriceForm form) {
	}

	/**
	 * A filter that is on.
	 *
	 * @param foreign whether its words are the catalogue's
	 */
	public record Chip(String name, String href, boolean foreign) {
	}

	/**
	 * Any two prices, in whole units of the shopper's currency.
	 *
	 * @param action a path
	 * @param kept what else the address says
	 * @param from as it is now, perhaps empty
	 * @param to as it is now, perhaps empty
	 * @param currency its name
	 */
	public record PriceForm(String action, List<Kept> kept, String from, String to, String currency) {
	}

	/**
	 * A parameter that stays as it is.
	 */
	public record Kept(String name, String value) {
	}

}
