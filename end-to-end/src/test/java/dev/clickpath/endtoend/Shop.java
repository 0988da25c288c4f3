package dev.clickpath.endtoend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shop that the tests use: started once by {@code ./clickpath up --detach}, stopped
 * when the tests are over.
 */
final class Shop {

	/** Far from the default ports, so that a shop that is running goes on undisturbed. */
	static final int PORT_OFFSET = 12_000;

	private static final Duration START_LIMIT = Duration.ofMinutes(6);

	private final Spans spans = new Spans();

	/**
	 * It records the traces that their clients want recorded, and no others, and its logs
	 * are those of a shop in containers.
	 */
	private final CommandLine commandLine = new CommandLine("shop",
			Map.of("CLICKPATH_TRACES_ENDPOINT", this.spans.address(), "CLICKPATH_TRACES_SHARE", "0",
					"MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULEDELAY", "200ms", "CLICKPATH_LOGS", "json",
					"CLICKPATH_EDGE_ACCESSLOG", "-"));

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private static final class Running {

		static final Shop SHOP = new Shop().start();

	}

	/** The running shop, started now if it was not. */
	static Shop open() {
		return Running.SHOP;
	}

	private Shop start() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		CommandLine.Result prepared = this.commandLine.run(START_LIMIT, "prepare", "--port-offset",
				String.valueOf(PORT_OFFSET));
		if (prepared.exitCode() != 0) {
			throw new IllegalStateException("./clickpath prepare failed:\n" + prepared.out() + prepared.err());
		}
		CommandLine.Result started = this.commandLine.run(START_LIMIT, "up", "--detach", "--no-history",
				"--port-offset", String.valueOf(PORT_OFFSET));
		System.out.println(started.out());
		if (started.exitCode() != 0) {
			throw new IllegalStateException("./clickpath up failed:\n" + started.out() + started.err());
		}
		return this;
	}

	private void close() {
		CommandLine.Result stopped = this.commandLine.run(Duration.ofMinutes(1), "down");
		if (stopped.exitCode() != 0) {
			System.out.println("./clickpath down failed:\n" + stopped.out() + stopped.err());
		}
		this.spans.stop();
	}

	CommandLine commandLine() {
		return this.commandLine;
	}

	/** What its services have recorded. */
	Spans spans() {
		return this.spans;
	}

	URI gateway(String path) {
		return URI.create("http://localhost:" + (8080 + PORT_OFFSET) + path);
	}

	URI edge(String path) {
		return URI.create("http://localhost:" + (8090 + PORT_OFFSET) + path);
	}

	URI secureGateway(String path) {
		return URI.create("https://localhost:" + (8443 + PORT_OFFSET) + path);
	}

	URI secureEdge(String path) {
		return URI.create("https://localhost:" + (8453 + PORT_OFFSET) + path);
	}

	HttpResponse<String> get(String path, String... headers) {
		return send(HttpRequest.newBuilder(gateway(path)), HttpResponse.BodyHandlers.ofString(), headers);
	}

	/**
	 * Tells the recommendation-service what visitors did.
	 * @param events a line of JSON each
	 */
	void tell(String events) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + (8102 + PORT_OFFSET) + "/events"))
			.POST(HttpRequest.BodyPublishers.ofString(events));
		HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString(), "Content-Type",
				"application/x-ndjson");
		if (response.statusCode() != 202) {
			throw new IllegalStateException("Events were not taken: " + response.body());
		}
	}

	<T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body, String... headers) {
		if (headers.length > 0) {
			request.headers(headers);
		}
		return Answers.of(this.client, request.build(), body);
	}

	/**
	 * The process id of a service, as {@code ./clickpath status} shows it.
	 */
	long pidOf(String service) {
		String status = this.commandLine.run(Duration.ofSeconds(30), "status").out();
		Matcher line = Pattern.compile("(?m)^\\W*" + Pattern.quote(service) + "\\s.*?\\b(\\d{2,7})\\b").matcher(status);
		if (!line.find()) {
			throw new IllegalStateException("No process of " + service + " in:\n" + status);
		}
		return Long.parseLong(line.group(1));
	}

	/** The path of some product's page, taken from the home page. */
	String someProduct() {
		return Page.of(get("/")).links("/products/").getFirst();
	}

}
