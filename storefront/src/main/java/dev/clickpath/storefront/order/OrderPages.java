package dev.clickpath.storefront.order;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import dev.clickpath.storefront.address.Address;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says of orders what their customers want to know.
 */
@Component
class OrderPages {

	private static final List<OrderState> WAY = List.of(OrderState.PLACED, OrderState.PACKED, OrderState.SENT,
			OrderState.DELIVERED);

	private static final int MOST_PICTURES = 5;

	private final Media media;

	OrderPages(Media media) {
		this.media = media;
	}

	/**
	 * One order.
	 * @param events all that happened to it
	 */
	OrderPage of(Order order, List<OrderEvent> events, Visit visit) {
		Words words = visit.words();
		String state = state(order);
		return new OrderPage(order.id().toString(), number(order.id()), words.of("orders.state." + state),
				words.of("orders.state." + state + ".words"), words.moment(order.receivedAt()),
				order.state().isBought() ? way(order, events, words) : List.of(), order.state() == OrderState.PLACED,
				order.state() == OrderState.WAITING, hasFailed(order), lines(order, shortages(events), visit),
				address(order.delivery().address(), words), order.state().isBought() ? delivery(order, words) : null,
				sums(order, visit), words.of("orders.card", order.card().lastFour()));
	}

	/**
	 * A page of the customer's orders.
	 */
	OrdersPage of(List<Order> orders, int page, int size, int count, Visit visit) {
		List<OrdersPage.Entry> entries = orders.stream().map((order) -> entry(order, visit)).toList();
		int pages = Math.max(1, (count + size - 1) / size);
		return new OrdersPage(visit.words().of("orders.count", count), entries,
				Paging.of(Query.of("/orders"), page, pages, size, count, visit.words()));
	}

	/** Eight digits are enough for people; the address has them all. */
	static String number(UUID id) {
		String digits = id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
		return digits.substring(0, 4) + "-" + digits.substring(4);
	}

	private static boolean hasFailed(Order order) {
		return order.reason() != null && order.reason() != Reason.CANCELLED;
	}

	/** The words for a state, which for an order that came to nothing tell why. */
	private static String state(Order order) {
		Reason reason = order.reason();
		if (order.state() == OrderState.UNDOING && reason == Reason.CANCELLED) {
			return "cancelling";
		}
		return slug((reason != null) ? reason : order.state());
	}

	private static String slug(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static List<OrderPage.Step> way(Order order, List<OrderEvent> events, Words words) {
		return WAY.stream().map((state) -> {
			Optional<OrderEvent> event = events.stream().filter((happened) -> happened.state() == state).findFirst();
			return new OrderPage.Step(words.of("orders.step." + slug(state)),
					event.map((happened) -> words.moment(happened.at())).orElse(null), state == order.state());
		}).toList();
	}

	private static String delivery(Order order, Words words) {
		Delivery delivery = order.delivery();
		return words.of("orders.delivery", words.of("checkout.delivery." + delivery.way()), words.day(delivery.day()));
	}

	private static List<String> address(Address address, Words words) {
		return Stream
			.of(address.name(), address.street(), address.extra(), (address.postcode() + " " + address.city()).strip(),
					address.state(), address.country().words(words.language().locale()))
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	private List<OrderPage.Line> lines(Order order, Map<String, Integer> shortages, Visit visit) {
		return order.lines().stream().map((line) -> line(line, shortages.get(line.product()), visit)).toList();
	}

	private OrderPage.Line line(OrderLine line, @Nullable Integer available, Visit visit) {
		return new OrderPage.Line(Cards.href(line.product(), line.slug()), line.title(), line.brand(),
				line.department(), this.media.url(line.picture(), visit.cdn()),
				visit.words().of("orders.each", line.quantity(), visit.prices().of(line.price())),
				visit.prices().of(line.total()),
				(available != null) ? visit.words().of("orders.available", available) : null);
	}

	private static OrderPage.Sums sums(Order order, Visit visit) {
		Money delivery = order.delivery().price();
		return new OrderPage.Sums(visit.prices().of(order.goods()),
				(delivery.amount() == 0) ? visit.words().of("checkout.delivery.free") : visit.prices().of(delivery),
				visit.prices().of(order.total()));
	}

	/** What there was too little of, as it was noted: {@code OUT_OF_STOCK k3=1 k7=0}. */
	private static Map<String, Integer> shortages(List<OrderEvent> events) {
		Map<String, Integer> shortages = new HashMap<>();
		for (OrderEvent event : events) {
			String detail = event.detail();
			if (event.state() == OrderState.UNDOING && detail != null && detail.startsWith("OUT_OF_STOCK ")) {
				Arrays.stream(detail.split(" "))
					.skip(1)
					.map((shortage) -> shortage.split("=", 2))
					.forEach((shortage) -> shortages.put(shortage[0], Integer.valueOf(shortage[1])));
			}
		}
		return shortages;
	}

	private OrdersPage.Entry entry(Order order, Visit visit) {
		Words words = visit.words();
		int count = order.lines().stream().mapToInt(OrderLine::quantity).sum();
		List<OrdersPage.Picture> pictures = order.lines()
			.stream()
			.limit(MOST_PICTURES)
			.map((line) -> new OrdersPage.Picture(this.media.url(line.picture(), visit.cdn()), line.department()))
			.toList();
		return new OrdersPage.Entry("/orders/" + order.id(), number(order.id()), words.moment(order.receivedAt()),
				words.of("orders.state." + state(order)), words.of("checkout.count", count),
				visit.prices().of(order.total()), pictures);
	}

}
