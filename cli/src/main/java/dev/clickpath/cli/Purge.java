package dev.clickpath.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.house.House;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes things out of the running edge's cache.
 */
@Command(name = "purge", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Takes things out of the CDN edge's cache; in effect at once.")
final class Purge implements Runnable {

	private static final int MANAGEMENT_DISTANCE = 1_000;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int OK = 200;

	@ArgGroup(multiplicity = "1")
	@SuppressWarnings("NullAway.Init")
	private What what;

	@Option(names = "--soft", description = "Only call it stale: it may still stand in for a broken origin.")
	private boolean softly;

	/** One of these. */
	static final class What {

		@Option(names = "--url", paramLabel = "URL",
				description = "What is stored under an address, as browsers ask for it.")
		private @Nullable String url;

		@Option(names = "--tag", paramLabel = "TAG", split = ",",
				description = "What carries a tag (Surrogate-Key or Cache-Tag).")
		private @Nullable List<String> tags;

		@Option(names = "--everything", description = "All of it.")
		private boolean everything;

		Map<String, Object> asJson() {
			Map<String, Object> json = new LinkedHashMap<>();
			if (this.url != null) {
				json.put("url", this.url);
			}
			else if (this.tags != null) {
				json.put("tags", this.tags);
			}
			else {
				json.put("everything", this.everything);
			}
			return json;
		}

	}

	/**
	 * Has the edge forget everything, and tells whether it did.
	 */
	static boolean everything(Home home) {
		try {
			purge(home, Map.of("everything", true));
			return true;
		}
		catch (Problem problem) {
			return false;
		}
	}

	@Override
	public void run() {
		Map<String, Object> json = this.what.asJson();
		json.put("soft", this.softly);
		purge(Place.current().home(), json);
		System.out.println(this.softly ? "Stale from now on." : "Gone.");
	}

	private static void purge(Home home, Map<String, Object> json) {
		URI edge = edge(home);
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + (edge.getPort() + MANAGEMENT_DISTANCE) + "/purge"))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + token(home.purgeToken()))
			.POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(json)))
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

	private static URI edge(Home home) {
		return RunFile.read(home)
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
