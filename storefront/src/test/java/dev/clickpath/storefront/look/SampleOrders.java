package dev.clickpath.storefront.look;

import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.address.AddressFields;
import dev.clickpath.storefront.address.AddressForm;
import dev.clickpath.storefront.checkout.CheckoutPage;
import dev.clickpath.storefront.checkout.NothingPage;
import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.order.CodePage;
import dev.clickpath.storefront.order.OrderPage;
import dev.clickpath.storefront.order.OrdersPage;
import dev.clickpath.storefront.testing.Visits;
import dev.clickpath.storefront.visit.Region;
import org.jspecify.annotations.Nullable;

/**
 * The checkout and orders in all their states.
 */
final class SampleOrders {

	private static final String ID = "7f3a91c0-5a2b-4c1d-8e9f-0a1b2c3d4e5f";

	private SampleOrders() {
	}

	static void addTo(Map<String, SamplePages.Page> pages) {
		pages.put("checkout", new SamplePages.Page("checkout", checkout(null, null)));
		pages.put("checkout-wrong", new SamplePages.Page("checkout", checkout(
				"Something is still missing: please look at the marked fields.", "This does not look right.")));
		pages.put("checkout-nothing", new SamplePages.Page("checkout-nothing", new NothingPage("Your basket is empty",
				"Put something into it, and then come back.", "/", "Look around the shop")));
		pages.put("order-placed", new SamplePages.Page("order", order(true)));
		pages.put("order-refused", new SamplePages.Page("order", order(false)));
		pages.put("orders", new SamplePages.Page("orders", orders()));
		pages.put("orders-none", new SamplePages.Page("orders",
				new OrdersPage("0 orders", List.of(), new Paging("", null, null, List.of(), null))));
		pages.put("order-code", new SamplePages.Page("order-code", new CodePage(ID, "$166.30", "Card ending in 0046",
				"25 November 2026, 14:20", Field.EMPTY.wrong("That was not the code. 2 more tries."))));
	}

	private static CheckoutPage checkout(@Nullable String alert, @Nullable String error) {
		AddressForm form = new AddressForm("Ada <Bar> Byron", "Lindenstraße 7", "", (error != null) ? "1" : "10969",
				"Berlin", "", "DE", "");
		AddressFields address = AddressFields.of(form, (error != null) ? form.problems() : List.of(), Region.EU,
				Visits.words(Language.EN));
		List<CheckoutPage.Offer> offers = List.of(
				new CheckoutPage.Offer("standard.2026-11-28.490.EUR", "delivery-standard", "Standard delivery",
						"Arrives Sat 28 Nov", "$4.90", "$171.20", true),
				new CheckoutPage.Offer("express.2026-11-27.1290.EUR", "delivery-express", "Express delivery",
						"Arrives Fri 27 Nov", "$12.90", "$179.20", false),
				new CheckoutPage.Offer("pick-up.2026-11-30.0.EUR", "delivery-pick-up", "Pick-up point near you",
						"Arrives Mon 30 Nov", "free", "$166.30", false));
		List<CheckoutPage.Line> lines = List.of(
				new CheckoutPage.Line("Havn Gooseneck Kettle, 0.8 l, ink black", "Brennholt", "kitchen",
						SamplePages.picture("kettle/ink"), "Quantity: 2", "$159.80",
						"It was $75.00 when you added it, now it is $79.90."),
				new CheckoutPage.Line("Olive Bar Soap", "Ondelune", "bath", SamplePages.picture("soap/sage"),
						"Quantity: 1", "$6.50", null),
				new CheckoutPage.Line("A product we no longer sell", "", "", SamplePages.picture("parcel/sand"),
						"Quantity: 1", null, "Sold out just now. It stays in your basket."));
		Field card = Field.EMPTY.wrong(error);
		return new CheckoutPage(alert, ID, "0123456789abcdef", error == null, address, offers, error,
				new CheckoutPage.CardFields(card, card, card),
				List.of(new CheckoutPage.TestCardLine("9999 0000 0000 0012", "is accepted"),
						new CheckoutPage.TestCardLine("9999 0000 0000 0020", "is declined"),
						new CheckoutPage.TestCardLine("9999 0000 0000 0053",
								"is charged, but the bank’s answer gets lost")),
				lines, "3 things", new CheckoutPage.Sums("$166.30", "$4.90", "$171.20"));
	}

	private static OrderPage order(boolean placed) {
		List<OrderPage.Line> lines = List.of(
				new OrderPage.Line("/products/p1/a-slug", "Havn Gooseneck Kettle, 0.8 l, ink black", "Brennholt",
						"kitchen", SamplePages.picture("kettle/ink"), "2 at $79.90", "$159.80",
						placed ? null : "Only 1 was left"),
				new OrderPage.Line("/products/p9/a-slug", "Olive <Bar> Soap", "Ondelune", "bath",
						SamplePages.picture("soap/sage"), "1 at $6.50", "$6.50", null));
		List<OrderPage.Step> steps = List.of(new OrderPage.Step("Placed", "25 November 2026, 14:05", false),
				new OrderPage.Step("Packed", "25 November 2026, 14:07", true), new OrderPage.Step("Sent", null, false),
				new OrderPage.Step("Delivered", null, false));
		return new OrderPage(ID, "7F3A-91C0", placed ? "Your order is packed" : "The order could not be placed",
				placed ? "It waits for the carrier."
						: "There was not enough of everything any more. Nothing was charged.",
				"25 November 2026, 14:05", placed ? steps : List.of(), placed, !placed, !placed, lines,
				List.of("Ada Byron", "Lindenstraße 7", "10969 Berlin", "Germany"),
				placed ? "Standard delivery, Sat 28 Nov" : null, new OrderPage.Sums("$166.30", "$4.90", "$171.20"),
				"Card ending in 0012");
	}

	private static OrdersPage orders() {
		List<OrdersPage.Picture> pictures = List.of(
				new OrdersPage.Picture(SamplePages.picture("kettle/ink"), "kitchen"),
				new OrdersPage.Picture(SamplePages.picture("soap/sage"), "bath"));
		OrdersPage.Entry entry = new OrdersPage.Entry("/orders/" + ID, "7F3A-91C0", "25 November 2026, 14:05",
				"Your order is on its way", "3 things", "$171.20", pictures);
		return new OrdersPage("2 orders", List.of(entry, entry), new Paging("1–2 of 2", null, null, List.of(), null));
	}

}
