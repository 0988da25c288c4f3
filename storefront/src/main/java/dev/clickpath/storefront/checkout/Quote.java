package dev.clickpath.storefront.checkout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.clickpath.storefront.basket.BasketLine;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import org.jspecify.annotations.Nullable;

/**
 * A basket at this moment's prices and stock, in the currency it would be paid in.
 *
 * @param lines everything in the basket
 */
record Quote(List<Line> lines) {

	static Quote of(List<BasketLine> basket, Map<String, ProductSummary> products, Prices prices) {
		return new Quote(basket.stream().map((line) -> Line.of(line, products.get(line.product()), prices)).toList());
	}

	/**
	 * What would be ordered: all that can be had.
	 */
	List<Line> ordered() {
		return this.lines.stream().filter((line) -> line.state() == State.ORDERED).toList();
	}

	/**
	 * Whether it can be ordered as it is: there is something in it that can be had, and
	 * enough of everything that can.
	 */
	boolean isOrderable() {
		return !ordered().isEmpty() && !hasShortage();
	}

	/**
	 * Whether there is less of something than the basket wants.
	 */
	boolean hasShortage() {
		return this.lines.stream().anyMatch((line) -> line.state() == State.SHORT);
	}

	/**
	 * What the things cost, empty when none can be had.
	 */
	Optional<Money> goods() {
		return ordered().stream().map(Line::total).reduce(Money::plus);
	}

	/**
	 * How many things would be ordered.
	 */
	int count() {
		return ordered().stream().mapToInt((line) -> line.basket().quantity()).sum();
	}

	/**
	 * How many things are in the basket.
	 */
	int countOfAll() {
		return this.lines.stream().mapToInt((line) -> line.basket().quantity()).sum();
	}

	/**
	 * Tells two quotes apart that do not order the same at the same prices.
	 */
	String fingerprint() {
		return Fingerprint.of(ordered().stream()
			.map((line) -> line.basket().product() + "=" + line.basket().quantity() + "@" + line.price())
			.sorted()
			.collect(Collectors.joining(" ")));
	}

	/**
	 * Whether a line can be had.
	 */
	enum State {

		/** It can. */
		ORDERED,

		/** There are fewer. */
		SHORT,

		/** There is none. */
		SOLD_OUT,

		/** The catalogue does not have it, or not in this currency. */
		UNKNOWN

	}

	/**
	 * A line of the basket.
	 *
	 * @param basket as it is in the basket
	 * @param product as the catalogue has it, or null when it does not
	 * @param price what one costs now, or null when that is not known
	 * @param state whether it can be had
	 */
	record Line(BasketLine basket, @Nullable ProductSummary product, @Nullable Money price, State state) {

		static Line of(BasketLine basket, @Nullable ProductSummary product, Prices prices) {
			if (product == null) {
				return new Line(basket, null, null, State.UNKNOWN);
			}
			Money price = prices.in(product.price());
			return new Line(basket, product, price, state(basket, product, price, prices));
		}

		private static State state(BasketLine basket, ProductSummary product, Money price, Prices prices) {
			if (!price.currency().equals(prices.currency())) {
				return State.UNKNOWN;
			}
			if (product.stock() <= 0) {
				return State.SOLD_OUT;
			}
			return (product.stock() < basket.quantity()) ? State.SHORT : State.ORDERED;
		}

		/**
		 * What the line costs, of one that has a price.
		 */
		Money total() {
			if (this.price == null) {
				throw new IllegalStateException("There is no price of " + this.basket.product());
			}
			return this.price.times(this.basket.quantity());
		}

	}

}
