package dev.clickpath.catalog.reservation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The started service as its clients see it.
 */
final class Shop {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String address;

	Shop(int port) {
		this.address = "http://127.0.0.1:" + port;
	}

	record Answer(int status, String text) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.text);
		}

		String problem() {
			return (this.status < 400) ? "" : json().get("type").asString().replace("urn:clickpath:problem:", "");
		}

	}

	Answer hold(String order, Map<String, Integer> quantities) {
		String lines = quantities.entrySet()
			.stream()
			.map((line) -> "{\"product\":\"%s\",\"quantity\":%d}".formatted(line.getKey(), line.getValue()))
			.collect(Collectors.joining(","));
		return put(order, "{\"lines\":[" + lines + "]}");
	}

	Answer put(String order, String body) {
		return send("PUT", "/reservations/" + order, body);
	}

	Answer release(String order) {
		return send("DELETE", "/reservations/" + order, "");
	}

	Answer get(String path) {
		return send("GET", path, "");
	}

	int stock(String product) {
		return get("/products/" + product).json().get("stock").asInt();
	}

	/** Ids of what is found in stock. */
	List<String> inStock() {
		return get("/search?in-stock=true&size=100").json()
			.get("products")
			.valueStream()
			.map((product) -> product.get("id").asString())
			.toList();
	}

	private Answer send(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path))
			.method(method, BodyPublishers.ofString(body))
			.header("Content-Type", "application/json")
			.build();
		try {
			HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Does all of it at the same moment and gives what came of each.
	 */
	static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
		CountDownLatch ready = new CountDownLatch(all.size());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> futures = all.stream().map((each) -> threads.submit(() -> {
				ready.countDown();
				ready.await();
				return each.call();
			})).toList();
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get());
			}
			return results;
		}
	}

}
