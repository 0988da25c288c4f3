package dev.clickpath.cli.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells events in batches, in the order of the file, and each batch until it is taken:
 * what was told twice counts once.
 */
final class Teller implements AutoCloseable {

	private static final int BATCH = 1_000;

	/** In characters, of which each is at most three bytes; the shop takes 8 MB. */
	private static final int LARGEST = 250_000;

	private static final int ACCEPTED = 202;

	private static final int UNAVAILABLE = 503;

	private static final int TRIES = 8;

	private static final Duration PAUSE = Duration.ofMillis(250);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final URI events;

	private final Report report;

	private final List<Long> lines = new ArrayList<>();

	private final StringBuilder body = new StringBuilder();

	Teller(URI service, Report report) {
		this.events = service.resolve("/events?invalid=skip");
		this.report = report;
	}

	void tell(EventLine line) {
		Map<String, String> fields = line.fields();
		if (fields == null) {
			this.report.bad(line.number(), EventLine.NO_EVENT);
			return;
		}
		this.lines.add(line.number());
		this.body.append(JsonMapper.shared().writeValueAsString(fields)).append('\n');
		if (this.lines.size() == BATCH || this.body.length() > LARGEST) {
			flush();
		}
	}

	void flush() {
		if (this.lines.isEmpty()) {
			return;
		}
		HttpRequest request = HttpRequest.newBuilder(this.events)
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/x-ndjson")
			.POST(HttpRequest.BodyPublishers.ofString(this.body.toString()))
			.build();
		JsonNode receipt = send(request);
		for (JsonNode bad : receipt.path("skipped")) {
			String field = bad.path("field").asString("");
			this.report.bad(this.lines.get(bad.path("row").intValue() - 1),
					"%s %s".formatted(field.isEmpty() ? "it" : field, bad.path("rule").asString("is no event")));
		}
		this.report.taken(receipt.path("taken").intValue(), receipt.path("damped").intValue(),
				receipt.path("forgotten").intValue(0));
		this.lines.clear();
		this.body.setLength(0);
	}

	private JsonNode send(HttpRequest request) {
		try {
			for (int attempt = 1;; attempt++) {
				String trouble;
				try {
					HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
					if (response.statusCode() == ACCEPTED) {
						return JsonMapper.shared().readTree(response.body());
					}
					trouble = "status " + response.statusCode();
					if (response.statusCode() != UNAVAILABLE) {
						throw failed(trouble);
					}
				}
				catch (IOException ex) {
					trouble = ex.toString();
				}
				if (attempt == TRIES) {
					throw failed(trouble);
				}
				Thread.sleep(PAUSE.multipliedBy(1L << (attempt - 1)));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed("interrupted");
		}
	}

	private Problem failed(String trouble) {
		return new Problem("The shop does not take events (%s) after %s; see ./clickpath status, and run it again."
			.formatted(trouble, this.report.soFar()));
	}

	@Override
	public void close() {
		this.client.close();
	}

}
