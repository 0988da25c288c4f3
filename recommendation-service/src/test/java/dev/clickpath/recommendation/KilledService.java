package dev.clickpath.recommendation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.awaitility.Awaitility.await;

/**
 * The service as a process of its own, to be killed.
 */
final class KilledService implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final HttpClient client = HttpClient.newHttpClient();

	private final Process process;

	private final URI events;

	KilledService(JdbcConnectionDetails database, Path folder) {
		Path log = folder.resolve("service.log");
		this.process = start(database, log);
		try {
			await().atMost(Duration.ofMinutes(1)).until(() -> port(log).find());
			Matcher port = port(log);
			port.find();
			this.events = URI.create("http://127.0.0.1:" + port.group(1) + "/events");
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private static Process start(JdbcConnectionDetails database, Path log) {
		try {
			return new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx128m",
					"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					RecommendationServiceApplication.class.getName(), "--server.port=0", "--management.server.port=-1",
					"--spring.datasource.url=" + database.getJdbcUrl(),
					"--spring.datasource.username=" + database.getUsername(),
					"--spring.datasource.password=" + database.getPassword()))
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Matcher port(Path log) throws UncheckedIOException {
		try {
			return PORT.matcher(Files.readString(log));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether the service has acknowledged the events.
	 */
	boolean acknowledges(String json) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.events)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * {@code kill -9}.
	 */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		this.client.shutdownNow();
	}

}
