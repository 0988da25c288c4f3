package dev.clickpath.storefront.checkout;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.storefront.address.AddressForm;
import dev.clickpath.storefront.address.Country;
import dev.clickpath.storefront.delivery.DeliveryOffer;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form.
 *
 * @param alert what has to be said first, in words, or null
 * @param address with the address
 * @param delivery with the choice of delivery, in words, or null
 * @param card with the card: a word of the shop's for each field
 */
record Problems(@Nullable String alert, List<AddressForm.Problem> address, @Nullable String delivery,
		Map<String, String> card) {

	static final Problems NONE = new Problems(null, List.of(), null, Map.of());

	/**
	 * Looks a form through.
	 * @param quote what would be ordered now
	 * @param offers what may be chosen now
	 */
	static Problems of(CheckoutForm form, Quote quote, List<DeliveryOffer> offers, YearMonth thisMonth, Visit visit) {
		List<AddressForm.Problem> address = address(form.address(), visit);
		Map<String, String> card = form.card().errors(thisMonth);
		String delivery = chosen(form.delivery(), offers).isPresent() ? null : visit.words()
			.of(form.delivery().isEmpty() ? "checkout.delivery.missing" : "checkout.delivery.changed");
		return new Problems(alert(form, quote, address.isEmpty() && card.isEmpty() && delivery == null, visit), address,
				delivery, card);
	}

	/**
	 * The same with other words first.
	 */
	static Problems saying(String alert) {
		return new Problems(alert, List.of(), null, Map.of());
	}

	boolean isEmpty() {
		return this.alert == null;
	}

	static Optional<DeliveryOffer> chosen(String value, List<DeliveryOffer> offers) {
		return offers.stream().filter((offer) -> offer.value().equals(value)).findFirst();
	}

	private static @Nullable String alert(CheckoutForm form, Quote quote, boolean fieldsAreRight, Visit visit) {
		if (quote.hasShortage()) {
			return visit.words().of("checkout.alert.short");
		}
		if (!quote.fingerprint().equals(form.seen())) {
			return visit.words().of("checkout.alert.changed");
		}
		return fieldsAreRight ? null : visit.words().of("checkout.alert.fields");
	}

	/** Prices and dates are those of the region that was chosen for the whole shop. */
	private static List<AddressForm.Problem> address(AddressForm form, Visit visit) {
		List<AddressForm.Problem> problems = new ArrayList<>(form.problems());
		Country.of(form.country())
			.filter((country) -> country.region() != visit.region())
			.ifPresent((country) -> problems.add(new AddressForm.Problem("country", "checkout.other-region",
					visit.words().of(country.region().words()))));
		return problems;
	}

}
