package dev.clickpath.storefront.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.clickpath.storefront.testing.StubService.Call;
import dev.clickpath.storefront.testing.StubService.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reservations of the small catalogue, which has as many of everything as it is told.
 */
public final class StubReservations {

	private static final String PATH = "/reservations/";

	private static final String FULFILMENT = "/fulfilment";

	private final Map<String, Map<String, Integer>> held = new TreeMap<>();

	private final List<String> sent = new ArrayList<>();

	private final List<String> released = new ArrayList<>();

	private final Map<String, Integer> scarce = new TreeMap<>();

	/**
	 * Lets the service answer for reservations.
	 */
	public void at(StubService service) {
		service.onCall(PATH, this::answer);
	}

	/**
	 * From now on there are only so many.
	 */
	public synchronized void onlyLeft(String product, int quantity) {
		this.scarce.put(product, quantity);
	}

	/**
	 * The orders for which something is held, and what.
	 */
	public synchronized Map<String, Map<String, Integer>> held() {
		return Map.copyOf(this.held);
	}

	/**
	 * The orders whose pieces have been sent.
	 */
	public synchronized List<String> sent() {
		return List.copyOf(this.sent);
	}

	public synchronized void forget() {
		this.held.clear();
		this.sent.clear();
		this.released.clear();
		this.scarce.clear();
	}

	private synchronized Reply answer(Call call) {
		String order = call.path().substring(PATH.length());
		if (order.endsWith(FULFILMENT)) {
			return fulfil(order.substring(0, order.length() - FULFILMENT.length()));
		}
		if (call.method().equals("DELETE")) {
			this.held.remove(order);
			this.released.add(order);
			return new Reply(204, null);
		}
		if (this.released.contains(order)) {
			return new Reply(409, Map.of("type", "urn:clickpath:problem:reservation-released"));
		}
		Map<String, Integer> lines = new TreeMap<>();
		for (JsonNode line : JsonMapper.shared().readTree(call.body()).get("lines")) {
			lines.put(line.get("product").asString(), line.get("quantity").asInt());
		}
		List<Map<String, Object>> shortages = new ArrayList<>();
		lines.forEach((product, quantity) -> {
			if (quantity > left(product) && !this.held.containsKey(order)) {
				shortages.add(Map.of("product", product, "wanted", quantity, "available", left(product)));
			}
		});
		if (!shortages.isEmpty()) {
			return new Reply(409, Map.of("type", "urn:clickpath:problem:out-of-stock", "shortages", shortages));
		}
		this.held.put(order, lines);
		return new Reply(200, Map.of("order", order, "state", "held"));
	}

	private Reply fulfil(String order) {
		if (this.held.remove(order) != null) {
			this.sent.add(order);
		}
		return this.sent.contains(order) ? new Reply(204, null)
				: new Reply(404, Map.of("type", "urn:clickpath:problem:reservation-not-found"));
	}

	private int left(String product) {
		int taken = this.held.values().stream().mapToInt((lines) -> lines.getOrDefault(product, 0)).sum();
		return this.scarce.getOrDefault(product, 10_000) - taken;
	}

}
