package dev.clickpath.cli.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a storefront, in a process of its own: it tells its readiness as one
 * does, says that it is leaving before it stops, and misbehaves when it is told to.
 */
public final class StandIn {

	/** A page that is made at once, and has a length. */
	static final String PAGE = "/page";

	/** A page that is sent while it is made. */
	static final String STREAMED = "/streamed";

	static final String READINESS = "/actuator/health/readiness";

	static final String BEHAVIOUR = "/behaviour";

	/** Added to the port of the pages. */
	static final int MANAGEMENT = 1_000;

	private static final byte[] HEAD = "<title>A shop</title>\n".repeat(100).getBytes(StandardCharsets.US_ASCII);

	private static final byte[] REST = "<p>A product.</p>\n".repeat(900).getBytes(StandardCharsets.US_ASCII);

	private static final int MAKING_MILLIS = 20;

	/** Until load balancers have heard that it leaves; as long as a storefront waits. */
	private static final int LEAVING_MILLIS = 2_500;

	private static final int GRACE_SECONDS = 5;

	private static final int LONGEST_ORDER = 200;

	private final InetSocketAddress address;

	private final String name;

	private final String zone;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private volatile Behaviour behaviour = Behaviour.GOOD;

	private volatile boolean leaving;

	private @Nullable HttpServer pages;

	private StandIn(InetSocketAddress address, String name, String zone) {
		this.address = address;
		this.name = name;
		this.zone = zone;
	}

	/**
	 * Runs until it is ended.
	 * @param args address, port, name and zone
	 */
	public static void main(String[] args) {
		StandIn standIn = new StandIn(new InetSocketAddress(InetAddress.ofLiteral(args[0]), Integer.parseInt(args[1])),
				args[2], args[3]);
		try {
			standIn.listen(true);
			standIn.manage();
		}
		catch (IOException ex) {
			System.err.printf("It cannot listen at %s:%s: %s.%n", args[0], args[1], ex.getMessage());
			System.exit(1);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(standIn::leave));
	}

	/** The bytes of every page, whoever sends it. */
	static byte[] page() {
		byte[] page = new byte[HEAD.length + REST.length];
		System.arraycopy(HEAD, 0, page, 0, HEAD.length);
		System.arraycopy(REST, 0, page, HEAD.length, REST.length);
		return page;
	}

	private synchronized void listen(boolean wanted) throws IOException {
		HttpServer server = this.pages;
		if (wanted && server == null) {
			server = HttpServer.create(this.address, 0);
			server.setExecutor(this.threads);
			server.createContext("/", this::answer);
			server.start();
			this.pages = server;
		}
		else if (!wanted && server != null) {
			server.stop(0);
			this.pages = null;
		}
	}

	private void manage() throws IOException {
		HttpServer server = HttpServer
			.create(new InetSocketAddress(this.address.getAddress(), this.address.getPort() + MANAGEMENT), 0);
		server.setExecutor(this.threads);
		server.createContext(READINESS, this::tellReadiness);
		server.createContext(BEHAVIOUR, this::obey);
		server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			Behaviour now = this.behaviour;
			sleep(now.delayMillis());
			if (ThreadLocalRandom.current().nextInt(100) < now.percentUnavailable()) {
				exchange.sendResponseHeaders(503, -1);
				return;
			}
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			boolean streamed = exchange.getRequestURI().getPath().equals(STREAMED);
			exchange.sendResponseHeaders(200, streamed ? 0 : HEAD.length + REST.length);
			try (OutputStream body = exchange.getResponseBody()) {
				body.write(HEAD);
				if (streamed) {
					body.flush();
					sleep(MAKING_MILLIS);
				}
				body.write(REST);
			}
		}
	}

	private void tellReadiness(HttpExchange exchange) throws IOException {
		byte[] body = """
				{"status":"%s","components":{"instance":{"status":"UP","details":{"name":"%s","zone":"%s","leaving":%s}}}}"""
			.formatted(this.leaving ? "OUT_OF_SERVICE" : "UP", this.name, this.zone, this.leaving)
			.getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(this.leaving ? 503 : 200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	private void obey(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.behaviour = Behaviour
				.parse(new String(exchange.getRequestBody().readNBytes(LONGEST_ORDER), StandardCharsets.US_ASCII));
			listen(this.behaviour.listening());
			exchange.sendResponseHeaders(204, -1);
		}
	}

	private void leave() {
		this.leaving = true;
		sleep(LEAVING_MILLIS);
		HttpServer server = this.pages;
		if (server != null) {
			server.stop(GRACE_SECONDS);
		}
	}

	private static void sleep(int millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
