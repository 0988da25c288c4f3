package dev.clickpath.cli.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.house.Tier;

/**
 * A process that behaves like a service: it answers the readiness probe at its port, or
 * dies at once when it gets none.
 */
final class FakeService {

	private FakeService() {
	}

	public static void main(String[] args) throws IOException {
		int port = Integer.parseInt(args[0]);
		if (port == 0) {
			System.err.println("No luck today");
			System.exit(4);
		}
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
		server.createContext("/ready", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		System.out.println("Listening");
	}

	static Program program(String name, Tier tier, int port) {
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx16m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				FakeService.class.getName(), Integer.toString(port));
		return new Program(name, tier, "127.0.0.1:" + port, command, Map.of(), Path.of("").toAbsolutePath(),
				new HttpReadiness(URI.create("http://127.0.0.1:%d/ready".formatted(port))));
	}

}
