package dev.clickpath.storefront.warmup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Visits the instance's own home page until it comes whole and fast, so that the first
 * visitor meets neither empty shelves nor cold code. Spring Boot reports readiness only
 * after it; without a catalogue the instance becomes ready all the same, at the limit.
 */
@Component
class WarmUp implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** Who waits for other services leaves them the processors. */
	private static final Duration LONG_PAUSE = Duration.ofMillis(500);

	/** On a machine that is busy or slow a page stays slow, however often it is made. */
	private static final int MOST = 20;

	/** What a whole home page leads to. */
	private static final List<String> LINKS = List.of("href=\"/departments/", "href=\"/products/");

	private final WarmUpProperties properties;

	private final Environment environment;

	WarmUp(WarmUpProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments arguments) throws InterruptedException {
		Integer port = this.environment.getProperty("local.server.port", Integer.class);
		if (port == null || this.properties.limit().isZero()) {
			return;
		}
		long end = System.nanoTime() + this.properties.limit().toNanos();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest home = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
				.timeout(this.properties.limit())
				.build();
			int whole = 0;
			while (whole < MOST) {
				Page page = visit(client, home);
				if (page == Page.WARM) {
					return;
				}
				whole += (page == Page.COLD) ? 1 : 0;
				if (System.nanoTime() > end) {
					tell(whole);
					return;
				}
				Thread.sleep((page == Page.COLD) ? PAUSE : LONG_PAUSE);
			}
		}
	}

	private void tell(int whole) {
		if (whole == 0) {
			logger.warn("The home page did not come whole within {} of the start; going on without",
					this.properties.limit());
		}
	}

	private Page visit(HttpClient client, HttpRequest home) throws InterruptedException {
		try {
			long start = System.nanoTime();
			HttpResponse<String> page = client.send(home, HttpResponse.BodyHandlers.ofString());
			if (!LINKS.stream().allMatch(page.body()::contains)) {
				return Page.IN_PART;
			}
			return (System.nanoTime() - start <= this.properties.enough().toNanos()) ? Page.WARM : Page.COLD;
		}
		catch (IOException ex) {
			return Page.IN_PART;
		}
	}

	private enum Page {

		IN_PART, COLD, WARM

	}

}
