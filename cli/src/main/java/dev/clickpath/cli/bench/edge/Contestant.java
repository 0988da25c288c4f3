package dev.clickpath.cli.bench.edge;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

import dev.clickpath.cli.bench.Meter;

/**
 * A cache that runs and can be asked.
 *
 * @param name what people call it
 * @param process its first process
 * @param port where it answers
 * @param tlsPort where it answers over TLS
 * @param takes which cases it takes part in
 */
record Contestant(String name, ProcessHandle process, int port, int tlsPort, Predicate<Case> takes) {

	static final String EDGE = "edge";

	URI address(Case test) {
		return URI.create(
				test.protocol().isEncrypted() ? "https://localhost:%d%s".formatted(this.tlsPort, test.asset().path())
						: "http://127.0.0.1:%d%s".formatted(this.port, test.asset().path()));
	}

	Meter meter() {
		return Meter.of(this.name, List.of(this.process.pid()));
	}

	boolean isEdge() {
		return this.name.equals(EDGE);
	}

}
