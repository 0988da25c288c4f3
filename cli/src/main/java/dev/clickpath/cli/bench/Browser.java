package dev.clickpath.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.clickpath.cli.Problem;

/**
 * Asks for single pages: for what has to be known before the load.
 */
final class Browser {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int OK = 200;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	private final URI site;

	/**
	 * A browser for the pages of one site.
	 * @param site its address without a path
	 */
	Browser(URI site) {
		this.site = site;
	}

	URI site() {
		return this.site;
	}

	/**
	 * The page as a person reads it.
	 */
	String read(Request request) {
		return new String(get(request, Coding.PLAIN).body(), StandardCharsets.UTF_8);
	}

	/**
	 * The answer as it comes over the wire.
	 * @throws Problem when it is not 200
	 */
	HttpResponse<byte[]> get(Request request, Coding coding) {
		URI address = this.site.resolve(request.path());
		HttpRequest.Builder builder = HttpRequest.newBuilder(address)
			.timeout(PATIENCE)
			.header("Accept", "text/html")
			.header("Accept-Encoding", coding.token());
		if (!request.cookie().isEmpty()) {
			builder.header("Cookie", request.cookie());
		}
		try {
			HttpResponse<byte[]> response = this.client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != OK) {
				throw new Problem("%s answers %d instead of 200; see ./clickpath status and logs.".formatted(address,
						response.statusCode()));
			}
			return response;
		}
		catch (IOException ex) {
			throw new Problem("%s does not answer (%s); is the right shop up?".formatted(address, ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

}
