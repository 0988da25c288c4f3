package dev.clickpath.cli.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.process.Signal;
import org.jspecify.annotations.Nullable;

/**
 * One stand-in for a storefront, and what can be done to it.
 */
final class Instance implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final String host;

	private final int port;

	private final String name;

	private final String zone;

	private final Path folder;

	private volatile @Nullable Companion process;

	/**
	 * One that does not run yet.
	 * @param folder where its log goes
	 */
	Instance(String host, int port, String name, String zone, Path folder) {
		this.host = host;
		this.port = port;
		this.name = name;
		this.zone = zone;
		this.folder = folder;
	}

	URI address() {
		return URI.create("http://%s:%d".formatted(this.host, this.port));
	}

	/**
	 * Starts it, and returns when it says that it is ready.
	 */
	void start() {
		Companion started = Companion.start(this.name,
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dsun.net.httpserver.nodelay=true", "-cp",
						System.getProperty("java.class.path"), StandIn.class.getName(), this.host,
						Integer.toString(this.port), this.name, this.zone),
				Map.of(), this.folder, this.folder.resolve(this.name + ".log"));
		this.process = started;
		started.await(this::isReady, PATIENCE);
	}

	void behave(Behaviour behaviour) {
		HttpRequest request = HttpRequest.newBuilder(management(StandIn.BEHAVIOUR))
			.PUT(HttpRequest.BodyPublishers.ofString(behaviour.toString()))
			.timeout(PATIENCE)
			.build();
		try {
			HttpResponse<String> answer = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 204) {
				throw new Problem("%s does not do as it is told (%d).".formatted(this.name, answer.statusCode()));
			}
		}
		catch (IOException ex) {
			throw new Problem("%s cannot be told how to behave.".formatted(this.name), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private boolean isReady() {
		HttpRequest request = HttpRequest.newBuilder(management(StandIn.READINESS)).timeout(PATIENCE).build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private URI management(String path) {
		return URI.create("http://%s:%d%s".formatted(this.host, this.port + StandIn.MANAGEMENT, path));
	}

	void signal(Signal signal) {
		signal.send(running().handle().pid());
	}

	/**
	 * Kills it, without a word.
	 */
	void kill() {
		signal(Signal.KILL);
		end();
	}

	/**
	 * Asks it to stop, and returns when it has.
	 */
	void stop() {
		Companion running = running();
		signal(Signal.TERM);
		if (!running.endsWithin(LONGEST_STOP)) {
			throw new Problem("%s does not stop.".formatted(this.name));
		}
		end();
	}

	private Companion running() {
		Companion running = this.process;
		if (running == null) {
			throw new IllegalStateException(this.name + " does not run");
		}
		return running;
	}

	private void end() {
		Companion running = this.process;
		if (running != null) {
			running.close();
			this.process = null;
		}
	}

	/** There is nobody left to whom it would have to say that it leaves. */
	@Override
	public void close() {
		if (this.process != null) {
			kill();
		}
		this.client.close();
	}

}
