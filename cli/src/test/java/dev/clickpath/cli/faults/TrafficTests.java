package dev.clickpath.cli.faults;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import com.sun.net.httpserver.HttpHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TrafficTests {

	private static final byte[] PAGE = StandIn.page();

	/** More than there are shoppers: some have asked twice. */
	private static final int MANY = 100;

	@Test
	void countsEveryPage() {
		try (FakeGateway gateway = new FakeGateway((exchange) -> FakeGateway.send(exchange, 200, PAGE, PAGE.length))) {
			Seen seen = shop(gateway);
			assertThat(seen.requests()).isEqualTo(gateway.asked());
			assertThat(seen.failures()).isZero();
			assertThat(seen.p50Millis()).isPositive().isLessThanOrEqualTo(seen.worstMillis());
			assertThat(gateway.paths()).containsExactlyInAnyOrder(StandIn.PAGE, StandIn.STREAMED);
		}
	}

	@Test
	void aWrongByteIsAFailure() {
		byte[] wrong = PAGE.clone();
		wrong[wrong.length - 1] ^= 1;
		everyRequestFails((exchange) -> FakeGateway.send(exchange, 200, wrong, wrong.length), "/page was not the page");
	}

	@Test
	void anErrorIsAFailure() {
		everyRequestFails((exchange) -> FakeGateway.send(exchange, 503, PAGE, PAGE.length), "/page was answered 503");
	}

	@Test
	void aPageThatBreaksOffIsAFailure() {
		byte[] half = Arrays.copyOf(PAGE, PAGE.length / 2);
		everyRequestFails((exchange) -> FakeGateway.send(exchange, 200, half, PAGE.length), "The body broke off");
	}

	@Test
	void noAnswerIsAFailure() {
		everyRequestFails((exchange) -> {
		}, "EOFException");
	}

	@Test
	void whatIsStillToComeAtTheEndIsCountedWhenItIsLost() {
		CompletableFuture<Void> broken = new CompletableFuture<>();
		try (FakeGateway gateway = new FakeGateway((exchange) -> broken.join());
				Traffic traffic = new Traffic(gateway.port())) {
			await().until(() -> gateway.asked() > 0);
			CompletableFuture<Seen> end = CompletableFuture.supplyAsync(() -> traffic.end("hanging"));
			broken.complete(null);
			assertThat(end.join().failures()).isPositive().isEqualTo(gateway.asked());
		}
	}

	@Test
	void goesOnWhenAConnectionEndsWithItsPage() {
		try (FakeGateway gateway = new FakeGateway((exchange) -> {
			exchange.getResponseHeaders().set("Connection", "close");
			FakeGateway.send(exchange, 200, PAGE, PAGE.length);
		})) {
			assertThat(shop(gateway).failures()).isZero();
		}
	}

	private static void everyRequestFails(HttpHandler handler, String words) {
		try (FakeGateway gateway = new FakeGateway(handler)) {
			Seen seen = shop(gateway);
			assertThat(seen.failures()).isEqualTo(seen.requests()).isEqualTo(gateway.asked());
			assertThat(seen.examples()).anyMatch((example) -> example.contains(words));
		}
	}

	private static Seen shop(FakeGateway gateway) {
		try (Traffic traffic = new Traffic(gateway.port())) {
			await().until(() -> gateway.asked() > MANY);
			return traffic.end("nothing");
		}
	}

}
