package dev.clickpath.cli.shopping;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BrowserTests {

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final HttpClient client = Browser.client();

	private HttpServer server;

	private URI address;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.address = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String cookies = exchange.getRequestHeaders().getFirst("Cookie");
		this.asked.add("%s %s %s %s".formatted(exchange.getRequestMethod(), path, body, cookies));
		if (this.failures.getAndDecrement() > 0) {
			if (path.equals("/breaks")) {
				exchange.close();
				return;
			}
			exchange.sendResponseHeaders(503, -1);
		}
		else if (exchange.getRequestMethod().equals("POST") && !path.equals("/refuses")) {
			exchange.getResponseHeaders().add("Location", "/done");
			exchange.getResponseHeaders().add("Set-Cookie", "visitor=anna; Path=/; HttpOnly");
			exchange.getResponseHeaders().add("Set-Cookie", "old=; Max-Age=0; Path=/");
			exchange.sendResponseHeaders(303, -1);
		}
		else {
			exchange.getResponseHeaders().add("Set-Cookie", "old=1");
			byte[] page = "<main>page</main>".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(path.equals("/refuses") ? 409 : 200, page.length);
			exchange.getResponseBody().write(page);
		}
		exchange.close();
	}

	@Test
	void followsRedirectsAndKeepsCookies() throws NoAnswerException {
		Browser browser = browser(Duration.ofSeconds(20));
		browser.get("/first");
		Page page = browser.submit(form("/form"));
		assertThat(page.address().getPath()).isEqualTo("/done");
		assertThat(page.status()).isEqualTo(200);
		assertThat(this.asked).containsExactly("GET /first  null", "POST /form key=1 old=1", "GET /done  visitor=anna");
	}

	@Test
	void sendsAFormAgainAsItWasUntilThereIsAClearAnswer() throws NoAnswerException {
		this.failures.set(2);
		Browser browser = browser(Duration.ofSeconds(20));
		assertThat(browser.submit(form("/form")).status()).isEqualTo(200);
		assertThat(this.asked).containsExactly("POST /form key=1 null", "POST /form key=1 null",
				"POST /form key=1 null", "GET /done  visitor=anna");
		assertThat(browser.repeats()).isEqualTo(2);
	}

	@Test
	void takesAConnectionThatBreaksForNoAnswer() throws NoAnswerException {
		this.failures.set(1);
		assertThat(browser(Duration.ofSeconds(20)).submit(form("/breaks")).status()).isEqualTo(200);
		assertThat(this.asked).startsWith("POST /breaks key=1 null", "POST /breaks key=1 null");
	}

	@Test
	void takesARefusalForAnAnswer() throws NoAnswerException {
		Browser browser = browser(Duration.ofSeconds(20));
		assertThat(browser.submit(form("/refuses")).status()).isEqualTo(409);
		assertThat(browser.repeats()).isZero();
	}

	@Test
	void givesUpWhenItsPatienceIsOver() {
		this.failures.set(1_000);
		assertThatExceptionOfType(NoAnswerException.class)
			.isThrownBy(() -> browser(Duration.ofMillis(1)).submit(form("/form")))
			.withMessage("/form gave no clear answer for 0 s, at last 503");
	}

	@Test
	void sendsAFormJustOnceWhenItIsToldTo() {
		this.failures.set(1);
		assertThatExceptionOfType(NoAnswerException.class)
			.isThrownBy(() -> browser(Duration.ofSeconds(20)).submitOnce(form("/form")));
		assertThat(this.asked).containsExactly("POST /form key=1 null");
	}

	private Browser browser(Duration patience) {
		return new Browser(this.client, this.address, "198.18.0.1", patience);
	}

	private Form form(String path) {
		return new Form(this.address.resolve(path), Map.of("key", "1"));
	}

}
