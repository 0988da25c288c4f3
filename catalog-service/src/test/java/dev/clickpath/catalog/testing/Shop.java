package dev.clickpath.catalog.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The started service as its clients see it.
 */
public final class Shop {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String address;

	public Shop(int port) {
		this.address = "http://127.0.0.1:" + port;
	}

	public record Answer(int status, String text) {

		public JsonNode json() {
			return JsonMapper.shared().readTree(this.text);
		}

		public String problem() {
			return (this.status < 400) ? "" : json().get("type").asString().replace("urn:clickpath:problem:", "");
		}

	}

	public Answer hold(String order, Map<String, Integer> quantities) {
		String lines = quantities.entrySet()
			.stream()
			.map((line) -> "{\"product\":\"%s\",\"quantity\":%d}".formatted(line.getKey(), line.getValue()))
			.collect(Collectors.joining(","));
		return put("/reservations/" + order, "{\"lines\":[" + lines + "]}");
	}

	public Answer put(String path, String body) {
		return send("PUT", path, body);
	}

	public Answer post(String path, String body) {
		return send("POST", path, body);
	}

	public Answer delete(String path) {
		return send("DELETE", path, "");
	}

	public Answer release(String order) {
		return delete("/reservations/" + order);
	}

	public Answer fulfil(String order) {
		return put("/reservations/" + order + "/fulfilment", "");
	}

	public Answer get(String path) {
		return send("GET", path, "");
	}

	public int stock(String product) {
		return get("/products/" + product).json().get("stock").asInt();
	}

	/** Ids of what is found in stock. */
	public List<String> inStock() {
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

}
