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

	@Override
	public void reserve(String order, Wanted wanted) {
		this.faults.at(Faults.Step.RESERVE, () -> hold(order, wanted.lines()), ResourceAccessException::new);
	}

	@Override
	public void release(String order) {
		this.faults.at(Faults.Step.RELEASE, () -> giveBack(order), ResourceAccessException::new);
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

	private synchronized boolean giveBack(String order) {
		List<Line> lines = this.held.remove(order);
		if (lines != null) {
			lines.forEach((line) -> this.stock.merge(line.product(), line.quantity(), Integer::sum));
		}
		return this.released.add(order);
	}

	private static HttpClientErrorException conflict(String type, String shortages) {
		String problem = "{\"type\":\"urn:clickpath:problem:%s\",\"status\":409,\"shortages\":[%s]}".formatted(type,
				shortages);
		return HttpClientErrorException.create(HttpStatus.CONFLICT, "Conflict", new HttpHeaders(),
				problem.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

}
