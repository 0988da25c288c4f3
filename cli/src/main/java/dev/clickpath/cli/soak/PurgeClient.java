package dev.clickpath.cli.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Problem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the edge what to forget.
 */
final class PurgeClient {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	private final URI address;

	private final String token;

	PurgeClient(URI management, String token) {
		this.address = management.resolve("/purge");
		this.token = token;
	}

	/** Returns the status of the answer. */
	int purgeUrl(URI url, boolean soft) throws IOException {
		return post(Map.of("url", url.toString()), soft);
	}

	int purgeTags(List<String> tags, boolean soft) throws IOException {
		return post(Map.of("tags", tags), soft);
	}

	int purgeEverything(boolean soft) throws IOException {
		return post(Map.of("everything", true), soft);
	}

	private int post(Map<String, Object> what, boolean soft) throws IOException {
		Map<String, Object> body = new LinkedHashMap<>(what);
		if (soft) {
			body.put("soft", true);
		}
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(this.json.writeValueAsBytes(body)))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

}
