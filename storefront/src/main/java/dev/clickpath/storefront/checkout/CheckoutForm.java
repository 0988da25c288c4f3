package dev.clickpath.storefront.checkout;

import java.util.UUID;
import java.util.regex.Pattern;

import dev.clickpath.storefront.address.AddressForm;
import dev.clickpath.storefront.payment.CardEntry;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was sent, whatever was sent.
 *
 * @param key what makes it one form, however often it is sent; null when it has none
 * @param seen the fingerprint of the quote that its page showed
 * @param delivery the value of the offer chosen, perhaps empty
 * @param address where to
 * @param card what pays
 */
record CheckoutForm(@Nullable UUID key, String seen, String delivery, AddressForm address, CardEntry card) {

	private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final int LONGEST = 100;

	static CheckoutForm of(HttpServletRequest request) {
		AddressForm address = new AddressForm(whole(request, "name"), whole(request, "street"), whole(request, "extra"),
				whole(request, "postcode"), whole(request, "city"), whole(request, "state"), whole(request, "country"),
				whole(request, "phone"));
		CardEntry card = new CardEntry(text(request, CardEntry.NUMBER), text(request, CardEntry.EXPIRY),
				text(request, CardEntry.CODE));
		String key = text(request, "key");
		return new CheckoutForm(KEY.matcher(key).matches() ? UUID.fromString(key) : null, text(request, "seen"),
				text(request, "delivery"), address, card);
	}

	/**
	 * A form that nobody has filled in yet, but for what is known already.
	 */
	static CheckoutForm empty(AddressForm address) {
		return new CheckoutForm(UUID.randomUUID(), "", "", address, new CardEntry("", "", ""));
	}

	/**
	 * The same, to make another order.
	 */
	CheckoutForm anew() {
		return new CheckoutForm(UUID.randomUUID(), this.seen, this.delivery, this.address, this.card);
	}

	/**
	 * Tells two forms apart that do not order the same for the same total.
	 */
	String digest() {
		return Fingerprint.of(this.seen + " " + this.delivery);
	}

	/** Address fields are cut by the address itself. */
	private static String whole(HttpServletRequest request, String name) {
		String value = request.getParameter(name);
		return (value != null) ? value : "";
	}

	private static String text(HttpServletRequest request, String name) {
		String value = whole(request, name);
		return value.substring(0, Math.min(value.length(), LONGEST));
	}

}
