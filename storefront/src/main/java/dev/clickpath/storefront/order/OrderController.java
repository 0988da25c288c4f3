package dev.clickpath.storefront.order;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The customers' orders: all of them, one of them, and what can still be done about it.
 * Another's order is as missing as one that does not exist.
 */
@Controller
class OrderController {

	private static final String ORDERS = "/orders";

	private static final int SIZE = 10;

	private static final int MOST_PAGES = 1_000;

	private static final int LONGEST_CODE = 12;

	/** How soon the page of an order that is being placed looks again. */
	private static final String LOOK_AGAIN_SECONDS = "2";

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final Orders orders;

	private final OrderDesk desk;

	private final OrderPages orderPages;

	private final Pages pages;

	OrderController(Orders orders, OrderDesk desk, OrderPages orderPages, Pages pages) {
		this.orders = orders;
		this.desk = desk;
		this.orderPages = orderPages;
		this.pages = pages;
	}

	@GetMapping(ORDERS)
	View orders(@RequestParam(required = false) @Nullable String page, Visit visit, Assembly assembly) {
		Customer customer = customer(visit);
		int count = this.orders.count(customer.id());
		int number = page(page, count);
		OrdersPage content = this.orderPages.of(this.orders.of(customer.id(), (number - 1) * SIZE, SIZE), number, SIZE,
				count, visit);
		return this.pages.page("orders", frame("orders.heading", visit), content, visit, assembly);
	}

	@GetMapping("/orders/{id}")
	View order(@PathVariable String id, Visit visit, Assembly assembly, HttpServletResponse response) {
		Order order = order(id, visit);
		if (order.state().isInHand()) {
			response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
		}
		OrderPage content = this.orderPages.of(order, this.orders.events(order.id()), visit);
		return this.pages.page("order", frame("orders.order", visit), content, visit, assembly);
	}

	@PostMapping("/orders/{id}/cancel")
	ResponseEntity<Void> cancel(@PathVariable String id, Visit visit) {
		Order order = order(id, visit);
		this.desk.cancel(order.id(), order.customer());
		return to(ORDERS + "/" + order.id());
	}

	@GetMapping("/orders/{id}/code")
	Object code(@PathVariable String id, Visit visit, Assembly assembly, HttpServletResponse response) {
		Order order = order(id, visit);
		return (order.state() == OrderState.WAITING) ? code(order, null, visit, assembly, response)
				: to(ORDERS + "/" + order.id());
	}

	@PostMapping("/orders/{id}/code")
	Object enterCode(@PathVariable String id, @RequestParam(defaultValue = "") String code, Visit visit,
			Assembly assembly, HttpServletResponse response) {
		Order order = order(id, visit);
		String typed = code.strip();
		int left = this.desk.enterCode(order.id(), order.customer(),
				typed.substring(0, Math.min(typed.length(), LONGEST_CODE)));
		if (left == 0) {
			return to(ORDERS + "/" + order.id());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return code(order, visit.words().of("payment.code.wrong", left), visit, assembly, response);
	}

	@PostMapping("/orders/{id}/give-up")
	ResponseEntity<Void> giveUp(@PathVariable String id, Visit visit) {
		Order order = order(id, visit);
		this.desk.giveUp(order.id(), order.customer());
		return to(ORDERS + "/" + order.id());
	}

	private View code(Order order, @Nullable String error, Visit visit, Assembly assembly,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		CodePage page = new CodePage(order.id().toString(), visit.prices().of(order.total()),
				visit.words().of("orders.card", order.card().lastFour()),
				visit.words().moment(Objects.requireNonNull(order.expiresAt())), Field.EMPTY.wrong(error));
		return this.pages.page("order-code", frame("payment.code.heading", visit), page, visit, assembly);
	}

	private Order order(String id, Visit visit) {
		if (!ID.matcher(id).matches()) {
			throw new MissingPageException("orders.missing");
		}
		return this.desk.find(UUID.fromString(id), customer(visit).id())
			.orElseThrow(() -> new MissingPageException("orders.missing"));
	}

	private static int page(@Nullable String asked, int count) {
		int pages = Math.clamp((count + SIZE - 1) / SIZE, 1, MOST_PAGES);
		if (asked == null || !asked.matches("[1-9][0-9]{0,3}")) {
			return 1;
		}
		return Math.min(Integer.parseInt(asked), pages);
	}

	private static Frame frame(String title, Visit visit) {
		return Frame.of(visit.words().of(title), ORDERS).passing();
	}

	private static ResponseEntity<Void> to(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(path))
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.build();
	}

	private static Customer customer(Visit visit) {
		return Objects.requireNonNull(visit.customer(), "Nobody comes here who is not signed in");
	}

}
