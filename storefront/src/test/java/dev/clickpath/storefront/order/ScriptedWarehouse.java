package dev.clickpath.storefront.order;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.clickpath.storefront.reservation.ReservationApi;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * The catalogue's reservations as they are promised, all in one place, over a wire that
 * may lose what is said.
 */
final class ScriptedWarehouse implements ReservationApi {

	private final Map<String, Integer> stock = new TreeMap<>();

	private final Map<String, List<Line>> held = new TreeMap<>();

	private final Map<String, List<Line>> sent = new TreeMap<>();

	private final List<String> released = new ArrayList<>();

	private final Faults faults;

	ScriptedWarehouse(Faults faults) {
		this.faults = faults;
	}

	synchronized void stock(String product, int quantity) {
		this.stock.put(product, quantity);
	}

	synchronized int stock(String product) {
		return this.stock.getOrDefault(product, 0);
	}

	synchronized Map<String, List<Line>> held() {
		return Map.copyOf(this.held);
	}

	synchronized Map<String, List<Line>> sent() {
		return Map.copyOf(this.sent);
	}

	/**
	 * From now on nothing is known of the order.
	 */
	synchronized void forget(String order) {
		this.held.remove(order);
	}

	@Override
	public void reserve(String order, Wanted wanted) {
		this.faults.at(Faults.Step.RESERVE, () -> hold(order, wanted.lines()), ResourceAccessException::new);
	}

	@Override
	public void release(String order) {
		this.faults.at(Faults.Step.RELEASE, () -> giveBack(order), ResourceAccessException::new);
	}

	@Override
	public void fulfil(String order) {
		this.faults.at(Faults.Step.FULFIL, () -> send(order), ResourceAccessException::new);
	}

	private synchronized boolean hold(String order, List<Line> lines) {
		if (this.released.contains(order)) {
			throw conflict("reservation-released", "");
		}
		if (this.held.containsKey(order)) {
			return true;
		}
		String shortages = lines.stream()
			.filter((line) -> stock(line.product()) < line.quantity())
			.map((line) -> "{\"product\":\"%s\",\"wanted\":%d,\"available\":%d}".formatted(line.product(),
					line.quantity(), stock(line.product())))
			.collect(Collectors.joining(","));
		if (!shortages.isEmpty()) {
			throw conflict("out-of-stock", shortages);
		}
		lines.forEach((line) -> this.stock.merge(line.product(), -line.quantity(), Integer::sum));
		this.held.put(order, lines);
		return true;
	}

	private synchronized boolean send(String order) {
		if (this.released.contains(order)) {
			throw conflict("reservation-released", "");
		}
		List<Line> lines = this.held.remove(order);
		if (lines != null) {
			this.sent.put(order, lines);
		}
		if (!this.sent.containsKey(order)) {
			throw problem(HttpStatus.NOT_FOUND, "reservation-not-found", "");
		}
		return true;
	}

	private synchronized boolean giveBack(String order) {
		if (this.sent.containsKey(order)) {
			throw conflict("reservation-fulfilled", "");
		}
		List<Line> lines = this.held.remove(order);
		if (lines != null) {
			lines.forEach((line) -> this.stock.merge(line.product(), line.quantity(), Integer::sum));
		}
		return this.released.add(order);
	}

	private static HttpClientErrorException conflict(String type, String shortages) {
		return problem(HttpStatus.CONFLICT, type, shortages);
	}

	private static HttpClientErrorException problem(HttpStatus status, String type, String shortages) {
		String problem = "{\"type\":\"urn:clickpath:problem:%s\",\"status\":%d,\"shortages\":[%s]}".formatted(type,
				status.value(), shortages);
		return HttpClientErrorException.create(status, status.getReasonPhrase(), new HttpHeaders(),
				problem.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

}
