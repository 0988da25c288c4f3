package dev.clickpath.cli.events;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TellerTests {

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private final AtomicInteger unavailable = new AtomicInteger();

	private final Report report = new Report();

	private volatile int status = 202;

	@SuppressWarnings("NullAway.Init")
	private HttpServer server;

	@BeforeEach
	void serve() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/events", this::take);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void tellsBatchesOfAThousandInTheirOrder() {
		try (Teller teller = teller()) {
			for (int i = 1; i <= 2_500; i++) {
				teller.tell(line(i));
			}
			teller.flush();
			teller.flush();
		}
		assertThat(this.bodies).extracting((body) -> body.lines().count()).containsExactly(1_000L, 1_000L, 500L);
		assertThat(this.bodies.get(1)).startsWith("{\"visitor\":\"1001\"}\n");
		assertThat(this.report.summary()).startsWith("2,500 events taken in ");
	}

	@Test
	void tellsABatchAgainUntilItIsTaken() {
		this.unavailable.set(2);
		try (Teller teller = teller()) {
			teller.tell(line(1));
			teller.flush();
		}
		assertThat(this.bodies).hasSize(3).containsOnly("{\"visitor\":\"1\"}\n");
		assertThat(this.report.summary()).startsWith("1 events taken");
	}

	@Test
	void countsWhatIsNoEvent() {
		try (Teller teller = teller()) {
			teller.tell(new EventLine(7, null));
			teller.tell(new EventLine(9, Map.of("visitor", "bad")));
			teller.tell(line(10));
			teller.flush();
		}
		assertThat(this.report.summary()).startsWith("1 events taken").contains("2 lines are no events");
	}

	@Test
	void tellsWhatTheShopHasNotKept() {
		this.report.taken(5, 2, 3);
		assertThat(this.report.summary()).startsWith("5 events taken")
			.contains("2 were left out, being too many", "3 were left out, being older");
	}

	@Test
	void givesUpAtOnceWhenTheShopRefuses() {
		this.status = 415;
		try (Teller teller = teller()) {
			teller.tell(line(1));
			assertThatExceptionOfType(Problem.class).isThrownBy(teller::flush).withMessageContaining("status 415");
		}
		assertThat(this.bodies).hasSize(1);
	}

	private Teller teller() {
		return new Teller(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()), this.report);
	}

	private static EventLine line(int number) {
		return new EventLine(number, Map.of("visitor", Integer.toString(number)));
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.bodies.add(body);
			if (this.unavailable.getAndDecrement() > 0) {
				exchange.sendResponseHeaders(503, -1);
				return;
			}
			long bad = body.lines().filter((line) -> line.contains("bad")).count();
			String skipped = (bad > 0) ? "{\"row\":1,\"field\":\"type\",\"rule\":\"is missing\"}" : "";
			byte[] receipt = "{\"taken\":%d,\"damped\":0,\"skipped\":[%s]}"
				.formatted(body.lines().count() - bad, skipped)
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, receipt.length);
			exchange.getResponseBody().write(receipt);
		}
	}

}
