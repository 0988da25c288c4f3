package dev.clickpath.gateway.proxy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/**
 * A client of a gateway under test.
 *
 * @param port where the gateway listens
 */
record GatewayClient(int port) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	HttpResponse<String> get(String path) {
		return getLater(path).join();
	}

	CompletableFuture<HttpResponse<String>> getLater(String path, String... headers) {
		return send(headed(HttpRequest.newBuilder(address(path)), headers));
	}

	HttpResponse<String> post(String body, String... headers) {
		return send(
				headed(HttpRequest.newBuilder(address("/basket/items")).POST(HttpRequest.BodyPublishers.ofString(body)),
						headers))
			.join();
	}

	private static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
		return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest.Builder headed(HttpRequest.Builder request, String... headers) {
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

}
