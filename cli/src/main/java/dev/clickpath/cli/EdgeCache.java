package dev.clickpath.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.clickpath.cli.house.House;
import dev.clickpath.cli.supervision.RunFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the running edge keeps, seen from outside.
 *
 * @param home of the shop
 */
public record EdgeCache(Home home) {

	private static final int MANAGEMENT_DISTANCE = 1_000;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int OK = 200;

	/** Takes all of it out. */
	public void purgeEverything() {
		purge(Map.of("everything", true));
	}

	/**
	 * Takes things out.
	 * @param what as the edge's management wants to be told
	 * @throws Problem when no shop runs, or its edge refuses
	 */
	void purge(Map<String, Object> what) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + (edge().getPort() + MANAGEMENT_DISTANCE) + "/purge"))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + token(this.home.purgeToken()))
			.POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(what)))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != OK) {
				JsonNode problem = JsonMapper.shared().readTree(response.body());
				throw new Problem("%s.".formatted(problem.path("title").asString("The edge did not purge")));
			}
		}
		catch (IOException ex) {
			throw new Problem("The edge does not answer (%s); see ./clickpath status.".formatted(ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private URI edge() {
		return RunFile.read(this.home)
			.flatMap((run) -> run.address(House.EDGE))
			.orElseThrow(() -> new Problem("No shop is running here; start one with ./clickpath up."));
	}

	private static String token(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new Problem("The edge's token cannot be read from %s; start the shop anew.".formatted(file), ex);
		}
	}

}
