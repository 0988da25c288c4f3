package dev.clickpath.storefront.checkout;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.clickpath.storefront.address.AddressForm;
import dev.clickpath.storefront.address.Addresses;
import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.delivery.DeliveryOffer;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.order.Order;
import dev.clickpath.storefront.order.OrderDesk;
import dev.clickpath.storefront.order.OrderState;
import dev.clickpath.storefront.order.Reason;
import dev.clickpath.storefront.order.TooManyOrdersException;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.upstream.UpstreamException;
import dev.clickpath.storefront.visit.Cookies;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * The checkout's form. It is shown again until everything in it is right; then it makes
 * one order, and leads to that however often it is sent.
 */
@Controller
class CheckoutController {

	private static final String CHECKOUT = "/checkout";

	private final Checkout checkout;

	private final CheckoutPages checkoutPages;

	private final OrderDesk desk;

	private final Addresses addresses;

	private final Pages pages;

	private final Cookies cookies;

	CheckoutController(Checkout checkout, CheckoutPages checkoutPages, OrderDesk desk, Addresses addresses, Pages pages,
			Cookies cookies) {
		this.checkout = checkout;
		this.checkoutPages = checkoutPages;
		this.desk = desk;
		this.addresses = addresses;
		this.pages = pages;
		this.cookies = cookies;
	}

	@GetMapping(CHECKOUT)
	View form(Visit visit, Assembly assembly, HttpServletResponse response) {
		Customer customer = customer(visit);
		AddressForm address = this.addresses.of(customer.id())
			.map(AddressForm::of)
			.orElseGet(() -> new AddressForm(customer.name(), "", "", "", "", "", "", ""));
		return new Showing(visit, assembly, response).show(CheckoutForm.empty(address), null, HttpStatus.OK);
	}

	@PostMapping(CHECKOUT)
	Object order(Visit visit, Assembly assembly, HttpServletRequest request, HttpServletResponse response) {
		Customer customer = customer(visit);
		CheckoutForm form = CheckoutForm.of(request);
		Showing showing = new Showing(visit, assembly, response);
		UUID key = form.key();
		if (key == null) {
			return showing.show(form.anew(), "checkout.alert.outdated", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Optional<Order> made = this.desk.madeBy(key, customer.id());
		if (made.isPresent()) {
			return answer(made.get(), form, showing);
		}
		Quote quote;
		try {
			quote = this.checkout.quote(visit, assembly);
		}
		catch (UpstreamException ex) {
			return showing.down(form);
		}
		List<DeliveryOffer> offers = this.checkout.offers(quote, visit);
		Problems problems = this.checkout.problems(form, quote, offers, visit);
		if (!quote.isOrderable() || !problems.isEmpty()) {
			// Perhaps only because the same form, sent twice at once, has ordered it
			// meanwhile.
			return this.desk.madeBy(key, customer.id())
				.map((order) -> answer(order, form, showing))
				.orElseGet(() -> showing.show(form, quote, problems, HttpStatus.UNPROCESSABLE_CONTENT));
		}
		Order order;
		try {
			order = this.checkout.order(form, quote, offers, customer, visit);
		}
		catch (TooManyOrdersException ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "600");
			return showing.show(form, "checkout.alert.many", HttpStatus.TOO_MANY_REQUESTS);
		}
		if (order.state().isBought()) {
			this.cookies.rememberBasketCount(response, quote.countOfAll() - quote.count());
		}
		return answer(order, form, showing);
	}

	/**
	 * Leads to an order that is or may still be placed; of any other it tells why not.
	 */
	private static Object answer(Order order, CheckoutForm form, Showing showing) {
		if (!order.isMadeBy(form.digest())) {
			return showing.show(form.anew(), "checkout.alert.used", HttpStatus.CONFLICT);
		}
		Reason reason = order.reason();
		if (reason != null && reason != Reason.CANCELLED) {
			return showing.show(form.anew(), "checkout.refused." + slug(reason), HttpStatus.CONFLICT);
		}
		String page = "/orders/" + order.id();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create((order.state() == OrderState.WAITING) ? page + "/code" : page))
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.build();
	}

	private static String slug(Reason reason) {
		return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Customer customer(Visit visit) {
		return Objects.requireNonNull(visit.customer(), "Nobody comes here who is not signed in");
	}

	/** How one request is answered with the form. */
	private final class Showing {

		private final Visit visit;

		private final Assembly assembly;

		private final HttpServletResponse response;

		Showing(Visit visit, Assembly assembly, HttpServletResponse response) {
			this.visit = visit;
			this.assembly = assembly;
			this.response = response;
		}

		/** With words of the shop's first. */
		View show(CheckoutForm form, @Nullable String alert, HttpStatus status) {
			try {
				Quote quote = CheckoutController.this.checkout.quote(this.visit, this.assembly);
				String first = (alert == null && quote.hasShortage()) ? "checkout.alert.short" : alert;
				return show(form, quote, (first != null) ? Problems.saying(words().of(first)) : Problems.NONE, status);
			}
			catch (UpstreamException ex) {
				return down(form);
			}
		}

		View show(CheckoutForm form, Quote quote, Problems problems, HttpStatus status) {
			if (quote.lines().isEmpty()) {
				return nothing(new NothingPage(words().of("basket.empty.heading"), words().of("checkout.empty"), "/",
						words().of("basket.empty.link")), status);
			}
			if (quote.goods().isEmpty() && !quote.hasShortage()) {
				return nothing(
						new NothingPage(words().of("checkout.nothing"), words().of("checkout.nothing.words"), "/basket",
								words().of("checkout.to-basket")),
						(status == HttpStatus.OK) ? HttpStatus.OK : HttpStatus.CONFLICT);
			}
			List<DeliveryOffer> offers = CheckoutController.this.checkout.offers(quote, this.visit);
			CheckoutPage page = CheckoutController.this.checkoutPages.of(form, quote, offers, problems, this.visit);
			return write("checkout", words().of("checkout.heading"), page, status);
		}

		/** While the catalogue does not answer, nothing is ordered. */
		View down(CheckoutForm form) {
			this.response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			Quote quote = CheckoutController.this.checkout.lastKnown(this.visit);
			if (!quote.lines().isEmpty() && quote.goods().isEmpty()) {
				return nothing(new NothingPage(words().of("checkout.down"), words().of("checkout.down.words"), CHECKOUT,
						words().of("checkout.down.link")), HttpStatus.SERVICE_UNAVAILABLE);
			}
			return show(form, quote, Problems.saying(words().of("checkout.alert.down")),
					HttpStatus.SERVICE_UNAVAILABLE);
		}

		private View nothing(NothingPage page, HttpStatus status) {
			return write("checkout-nothing", page.heading(), page, status);
		}

		private View write(String template, String title, Object page, HttpStatus status) {
			this.response.setStatus(status.value());
			this.response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
			return CheckoutController.this.pages.page(template, Frame.of(title, CHECKOUT).passing(), page, this.visit,
					this.assembly);
		}

		private Words words() {
			return this.visit.words();
		}

	}

}
