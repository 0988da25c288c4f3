package dev.clickpath.storefront.checkout;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.clickpath.storefront.address.Address;
import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.basket.BasketLine;
import dev.clickpath.storefront.basket.Baskets;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.delivery.DeliveryOffer;
import dev.clickpath.storefront.delivery.DeliveryOffers;
import dev.clickpath.storefront.order.Delivery;
import dev.clickpath.storefront.order.Order;
import dev.clickpath.storefront.order.OrderDesk;
import dev.clickpath.storefront.order.OrderLine;
import dev.clickpath.storefront.order.Placement;
import dev.clickpath.storefront.payment.CardProvider;
import dev.clickpath.storefront.upstream.UpstreamException;
import dev.clickpath.storefront.visit.Visit;

import org.springframework.stereotype.Component;

/**
 * What a customer would order now, and the ordering itself.
 */
@Component
class Checkout {

	private final Baskets baskets;

	private final Catalogue catalogue;

	private final DeliveryOffers offers;

	private final CardProvider provider;

	private final OrderDesk desk;

	private final InstantSource clock;

	Checkout(Baskets baskets, Catalogue catalogue, DeliveryOffers offers, CardProvider provider, OrderDesk desk,
			InstantSource clock) {
		this.baskets = baskets;
		this.catalogue = catalogue;
		this.offers = offers;
		this.provider = provider;
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * The basket at prices and stock of this moment.
	 * @throws UpstreamException when the catalogue does not tell them
	 */
	Quote quote(Visit visit, Assembly assembly) {
		List<BasketLine> basket = this.baskets.lines(visit.visitor());
		Map<String, ProductSummary> products = basket.isEmpty() ? Map.of()
				: assembly.require(this.catalogue.freshSummaries(products(basket)));
		return Quote.of(basket, products, visit.prices());
	}

	/**
	 * The basket at the last known prices and stock, to show it by.
	 */
	Quote lastKnown(Visit visit) {
		List<BasketLine> basket = this.baskets.lines(visit.visitor());
		return Quote.of(basket, this.catalogue.knownSummaries(products(basket)), visit.prices());
	}

	List<DeliveryOffer> offers(Quote quote, Visit visit) {
		return quote.goods().map((goods) -> this.offers.of(visit.region(), goods)).orElse(List.of());
	}

	Problems problems(CheckoutForm form, Quote quote, List<DeliveryOffer> offered, Visit visit) {
		return Problems.of(form, quote, offered, YearMonth.from(this.clock.instant().atOffset(ZoneOffset.UTC)), visit);
	}

	/**
	 * Orders what a form without problems says.
	 */
	Order order(CheckoutForm form, Quote quote, List<DeliveryOffer> offered, Customer customer, Visit visit) {
		DeliveryOffer offer = Problems.chosen(form.delivery(), offered).orElseThrow();
		Address address = form.address().address().orElseThrow();
		Delivery delivery = new Delivery(offer.way().slug(), offer.day(), offer.price(), visit.region().slug(),
				address);
		List<OrderLine> lines = quote.ordered().stream().map((line) -> line(line, visit)).toList();
		return this.desk
			.place(new Placement(UUID.randomUUID(), customer.id(), visit.visitor(), Objects.requireNonNull(form.key()),
					form.digest(), lines, delivery, this.provider.register(form.card().card())));
	}

	private static OrderLine line(Quote.Line line, Visit visit) {
		ProductSummary product = Objects.requireNonNull(line.product());
		return new OrderLine(product.id(), product.slug(), product.name(), product.brand(), product.department(),
				product.picture(), line.basket().quantity(), Objects.requireNonNull(line.price()), product.price(),
				visit.prices().rate(product.price().currency()));
	}

	private static List<String> products(List<BasketLine> basket) {
		return basket.stream().map(BasketLine::product).toList();
	}

}
