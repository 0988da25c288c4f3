package dev.clickpath.cli.recommendations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.Problem;

/**
 * Tells a recommendation service events, so many at once.
 */
final class Feeding implements AutoCloseable {

	private static final int AT_ONCE = 1_000;

	private static final int ACCEPTED = 202;

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI events;

	private final List<String> lines = new ArrayList<>(AT_ONCE);

	/**
	 * @param recommendation where the service answers
	 */
	Feeding(URI recommendation) {
		this.events = recommendation.resolve("/events");
	}

	void tell(String line) {
		this.lines.add(line);
		if (this.lines.size() == AT_ONCE) {
			send();
		}
	}

	private void send() {
		HttpRequest request = HttpRequest.newBuilder(this.events)
			.header("Content-Type", "application/x-ndjson")
			.POST(HttpRequest.BodyPublishers.ofString(String.join("\n", this.lines)))
			.build();
		this.lines.clear();
		try {
			int status = this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			if (status != ACCEPTED) {
				throw new Problem("The recommendation service answered %d to events; it was built wrongly or is broken."
					.formatted(status));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The recommendation service does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	/**
	 * Sends what is left.
	 */
	@Override
	public void close() {
		if (!this.lines.isEmpty()) {
			send();
		}
		this.client.close();
	}

}
