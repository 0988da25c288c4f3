package dev.clickpath.storefront.warmup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class WarmUpTests {

	private final AtomicInteger pages = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void asksUntilThePageHasProducts() throws Exception {
		serveProductsFrom(3);
		warmUp(Duration.ofSeconds(20), Duration.ofSeconds(20));
		assertThat(this.pages).hasValue(3);
	}

	@Test
	void aPageWithoutTheMenuIsNotWhole() throws Exception {
		serve("<a href=\"/products/k1/kettle\">", 1);
		warmUp(Duration.ofMillis(1500), Duration.ofSeconds(20));
		assertThat(this.pages.get()).isGreaterThan(1);
	}

	@Test
	void givesUpAtTheLimitWithoutACatalogue() throws Exception {
		serveProductsFrom(Integer.MAX_VALUE);
		warmUp(Duration.ofMillis(1500), Duration.ofSeconds(20));
		assertThat(this.pages.get()).isPositive();
	}

	@Test
	void asksAgainWhileThePageIsSlow() throws Exception {
		serveProductsFrom(1);
		warmUp(Duration.ofMillis(1500), Duration.ZERO);
		assertThat(this.pages.get()).isGreaterThan(1);
	}

	@Test
	void goesOnWithAWholePageThatStaysSlow() throws Exception {
		serveProductsFrom(1);
		warmUp(Duration.ofMinutes(1), Duration.ZERO);
		assertThat(this.pages).hasValue(20);
	}

	@Test
	void doesNothingWhenTheLimitIsZero() throws Exception {
		serveProductsFrom(1);
		warmUp(Duration.ZERO, Duration.ofSeconds(20));
		assertThat(this.pages).hasValue(0);
	}

	private void serveProductsFrom(int page) {
		serve("<a href=\"/departments/kitchen\"><a href=\"/products/k1/kettle\">", page);
	}

	private void serve(String links, int page) {
		this.server.createContext("/", (exchange) -> {
			String content = (this.pages.incrementAndGet() >= page) ? links : "<p>Nothing yet";
			byte[] body = content.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	private void warmUp(Duration limit, Duration enough) throws InterruptedException {
		MockEnvironment environment = new MockEnvironment().withProperty("local.server.port",
				String.valueOf(this.server.getAddress().getPort()));
		new WarmUp(new WarmUpProperties(limit, enough), environment).run(new DefaultApplicationArguments());
	}

}
