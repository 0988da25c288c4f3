package dev.clickpath.storefront.checkout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.clickpath.storefront.address.AddressFields;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.checkout.CheckoutPage.CardFields;
import dev.clickpath.storefront.checkout.CheckoutPage.Line;
import dev.clickpath.storefront.checkout.CheckoutPage.Offer;
import dev.clickpath.storefront.checkout.CheckoutPage.Sums;
import dev.clickpath.storefront.checkout.CheckoutPage.TestCardLine;
import dev.clickpath.storefront.delivery.DeliveryOffer;
import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.CardEntry;
import dev.clickpath.storefront.payment.TestCard;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Shows the form with what is wrong with it, and what it would order.
 */
@Component
class CheckoutPages {

	private final Media media;

	CheckoutPages(Media media) {
		this.media = media;
	}

	/**
	 * The page of a form.
	 * @param problems what is wrong with the form, nothing of one that was not sent yet
	 */
	CheckoutPage of(CheckoutForm form, Quote quote, List<DeliveryOffer> offers, Problems problems, Visit visit) {
		Words words = visit.words();
		Optional<DeliveryOffer> chosen = Problems.chosen(form.delivery(), offers).or(() -> offers.stream().findFirst());
		AddressFields address = AddressFields.of(form.address(), problems.address(), visit.region(), words);
		return new CheckoutPage(problems.alert(), Objects.toString(form.key(), ""), quote.fingerprint(),
				quote.isOrderable(), address, offers(offers, chosen.orElse(null), quote, visit), problems.delivery(),
				card(problems.card(), words), testCards(words), lines(quote, visit),
				words.of("checkout.count", quote.count()), sums(chosen, quote, visit));
	}

	private static List<Offer> offers(List<DeliveryOffer> offers, @Nullable DeliveryOffer chosen, Quote quote,
			Visit visit) {
		List<Offer> made = new ArrayList<>();
		for (DeliveryOffer offer : offers) {
			Money total = quote.goods().orElseThrow().plus(offer.price());
			made.add(new Offer(offer.value(), "delivery-" + offer.way().slug(),
					visit.words().of("checkout.delivery." + offer.way().slug()),
					visit.words().of("card.arrives", visit.words().day(offer.day())), price(offer.price(), visit),
					visit.prices().of(total), offer.equals(chosen)));
		}
		return made;
	}

	private static @Nullable Sums sums(Optional<DeliveryOffer> chosen, Quote quote, Visit visit) {
		return chosen
			.map((offer) -> new Sums(visit.prices().of(quote.goods().orElseThrow()), price(offer.price(), visit),
					visit.prices().of(quote.goods().orElseThrow().plus(offer.price()))))
			.orElse(null);
	}

	private static String price(Money price, Visit visit) {
		return (price.amount() == 0) ? visit.words().of("checkout.delivery.free") : visit.prices().of(price);
	}

	private static CardFields card(Map<String, String> errors, Words words) {
		return new CardFields(field(errors, CardEntry.NUMBER, words), field(errors, CardEntry.EXPIRY, words),
				field(errors, CardEntry.CODE, words));
	}

	private static Field field(Map<String, String> errors, String name, Words words) {
		String error = errors.get(name);
		return Field.EMPTY.wrong((error != null) ? words.of(error) : null);
	}

	private static List<TestCardLine> testCards(Words words) {
		return Arrays.stream(TestCard.values())
			.map((card) -> new TestCardLine(card.number().replaceAll("(.{4})(?!$)", "$1 "),
					words.of("payment.test." + card.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
			.toList();
	}

	private List<Line> lines(Quote quote, Visit visit) {
		return quote.lines().stream().map((line) -> line(line, visit)).toList();
	}

	private Line line(Quote.Line line, Visit visit) {
		ProductSummary product = line.product();
		String quantity = visit.words().of("checkout.quantity", line.basket().quantity());
		if (product == null) {
			return new Line(visit.words().of("basket.unknown"), "", "", this.media.url(null, visit.cdn()), quantity,
					null, note(line, visit));
		}
		boolean priced = line.state() == Quote.State.ORDERED || line.state() == Quote.State.SHORT;
		return new Line(product.name(), product.brand(), product.department(),
				this.media.url(product.picture(), visit.cdn()), quantity,
				priced ? visit.prices().of(line.total()) : null, note(line, visit));
	}

	private static @Nullable String note(Quote.Line line, Visit visit) {
		Words words = visit.words();
		ProductSummary product = line.product();
		if (product == null) {
			return words.of("checkout.left.unknown");
		}
		return switch (line.state()) {
			case UNKNOWN -> words.of("checkout.left.unknown");
			case SOLD_OUT -> words.of("checkout.left.sold-out");
			case SHORT -> words.of("checkout.short", product.stock());
			case ORDERED -> changed(line, product, visit);
		};
	}

	private static @Nullable String changed(Quote.Line line, ProductSummary product, Visit visit) {
		Money before = line.basket().price();
		return (before != null && line.basket().hasChangedTo(product.price())) ? visit.words()
			.of("checkout.changed", visit.prices().text(before), visit.prices().text(product.price())) : null;
	}

}
