package dev.clickpath.cli.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.bench.Meter;
import dev.clickpath.cli.http.Wire;

/**
 * A load balancer that runs and can be asked.
 *
 * @param name what people call it
 * @param process its first process
 * @param port where it answers
 */
record Balancer(String name, ProcessHandle process, int port) {

	/** Ours. */
	static final String GATEWAY = "gateway";

	/** The one ours is built on, as its starters set it up. */
	static final String STOCK = "Spring Cloud Gateway";

	static final Duration PATIENCE = Duration.ofSeconds(60);

	URI address() {
		return URI.create("http://127.0.0.1:" + this.port + Pages.PATH);
	}

	Meter meter() {
		return Meter.of(this.name, List.of(this.process.pid()));
	}

	/** Those on a JVM are at their best after minutes, others after seconds. */
	boolean needsWarmUp() {
		return this.name.equals(GATEWAY) || this.name.equals(STOCK);
	}

	/**
	 * Whether the page comes from there.
	 */
	static boolean answers(int port) {
		try (Wire wire = Wire.open(port, PATIENCE)) {
			return Pages.isPage(wire.ask("GET", Pages.PATH, Map.of("Accept-Encoding", "identity")));
		}
		catch (IOException ex) {
			return false;
		}
	}

}
