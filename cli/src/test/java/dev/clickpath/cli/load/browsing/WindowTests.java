package dev.clickpath.cli.load.browsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.clickpath.cli.http.Codings;
import dev.clickpath.cli.load.accounting.EdgeFigures;
import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.accounting.Outcome;
import dev.clickpath.cli.load.accounting.PageKind;
import dev.clickpath.cli.shopping.Cookies;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WindowTests {

	private static final String OWN = Identity.name("k1a");

	private static final String GREETING = "<details class=account-menu><summary><svg></svg><span class=word>%s</span></summary></details>";

	private static final String STYLE = "<link rel=stylesheet href=/assets/shop.css></head>";

	private final StubSite site = new StubSite();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Ledger ledger = new Ledger(System::nanoTime, TimeUnit.SECONDS.toNanos(1));

	private final Cookies cookies = new Cookies();

	private final BrowserCache cache = new BrowserCache();

	private final Bodies bodies = new Bodies();

	private final CountDownLatch over = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.over.countDown();
		this.site.close();
		this.threads.shutdownNow();
	}

	private Window window(Identity.Presence presence) {
		return new Window(
				new Surroundings(this.site.target(), this.ledger, this.bodies, this.threads, Duration.ofSeconds(2)),
				this.cookies, this.cache, "198.18.0.1", new Identity(OWN, presence));
	}

	/** Looks at a page, with all it needs. */
	private Outcome look(String path) {
		return look(path, Identity.Presence.STRANGER);
	}

	private Outcome look(String path, Identity.Presence presence) {
		try (Window window = window(presence)) {
			window.get(path);
		}
		catch (NoAnswerException ex) {
			// It is in the outcome.
		}
		return this.ledger.outcome();
	}

	private void isTakenFor(Failure failure, HttpHandler answer) {
		this.site.pages(answer);
		Outcome outcome = look("/products/k1/kettle");
		assertThat(outcome.failures()).containsExactly(Map.entry(failure, 1L));
		assertThat(outcome.requests()).isOne();
	}

	private void isTakenFor(Failure failure, String html) {
		isTakenFor(failure, (exchange) -> StubSite.page(exchange, html));
	}

	@Test
	void countsAGoodPageFromWhenItShouldHaveBeenAskedFor() throws NoAnswerException {
		try (Window window = window(Identity.Presence.STRANGER)) {
			window.due(this.ledger.now() - TimeUnit.SECONDS.toNanos(3));
			Page page = window.get("/products/k1/kettle");
			assertThat(page.status()).isEqualTo(200);
			window.get("/products/k1/kettle");
		}
		Outcome outcome = this.ledger.outcome();
		assertThat(outcome.failed()).isZero();
		assertThat(outcome.of(PageKind.PRODUCT).max()).isBetween(3_000.0, 6_000.0);
		assertThat(outcome.of(PageKind.PRODUCT).p50()).as("only the next page is due then").isLessThan(3_000);
		assertThat(outcome.waited().max()).isGreaterThanOrEqualTo(3_000);
	}

	@Test
	void aPageThatIsAskedForBeforeItsTimeTakesAsLongAsItTakes() throws NoAnswerException {
		try (Window window = window(Identity.Presence.STRANGER)) {
			window.due(this.ledger.now() + TimeUnit.MINUTES.toNanos(1));
			window.get("/products/k1/kettle");
		}
		assertThat(this.ledger.outcome().of(PageKind.PRODUCT).max()).isPositive();
	}

	@Test
	void goesOnWithARedirectAndKeepsCookies() {
		this.site.pages((exchange) -> {
			if (exchange.getRequestURI().getPath().equals("/basket/items")) {
				exchange.getResponseHeaders().add("Location", "/basket?notice=limited");
				exchange.getResponseHeaders().add("Set-Cookie", "visitor=v1; Path=/; HttpOnly");
				exchange.sendResponseHeaders(303, -1);
			}
			else {
				assertThat(exchange.getRequestHeaders().getFirst("Cookie")).isEqualTo("visitor=v1");
				StubSite.page(exchange, StubSite.PAGE);
			}
		});
		assertThat(look("/basket/items").failed()).isZero();
		assertThat(this.site.asked()).containsExactly("GET /basket/items", "GET /basket?notice=limited");
	}

	@Test
	void tellsWhichStorefrontMadeAPage() {
		this.site.pages((exchange) -> {
			exchange.getResponseHeaders()
				.add("Server-Timing",
						"gateway;dur=3.1;desc=\"storefront-2; zone=eu; why=the only candidate\", storefront;dur=2");
			StubSite.page(exchange, StubSite.PAGE);
		});
		assertThat(look("/").instances()).containsExactly(Map.entry("storefront-2", 1L));
	}

	@Test
	void anErrorOfTheServerIsOne() {
		isTakenFor(Failure.SERVER_ERROR, (exchange) -> StubSite.answer(exchange, 503, "text/html", StubSite.PAGE));
	}

	@Test
	void aLimitIsToldApart() {
		isTakenFor(Failure.TOO_MANY, (exchange) -> StubSite.answer(exchange, 429, "text/html", StubSite.PAGE));
	}

	@Test
	void aMissingPageIsWrongWhereThereWasALinkToIt() {
		isTakenFor(Failure.CLIENT_ERROR, (exchange) -> StubSite.answer(exchange, 404, "text/html", StubSite.PAGE));
	}

	@Test
	void aPageThatEndsTooEarlyIsWrongThoughItsLengthIsRight() {
		isTakenFor(Failure.WRONG_CONTENT, StubSite.PAGE.replace("</html>", ""));
	}

	@Test
	void aPageWithoutAHeadingIsWrong() {
		isTakenFor(Failure.WRONG_CONTENT, StubSite.PAGE.replace("<h1>Kettle</h1>", "<h1> </h1>"));
	}

	@Test
	void whatIsNoPageIsWrong() {
		isTakenFor(Failure.WRONG_CONTENT, (exchange) -> StubSite.answer(exchange, 200, "text/plain", StubSite.PAGE));
	}

	@Test
	void whatCannotBeUnpackedIsWrong() {
		isTakenFor(Failure.WRONG_CONTENT, (exchange) -> {
			exchange.getResponseHeaders().add("Content-Encoding", "gzip");
			StubSite.page(exchange, StubSite.PAGE);
		});
	}

	@Test
	void anotherShoppersNameIsWrongWhereverItStands() {
		isTakenFor(Failure.WRONG_PERSON, StubSite.PAGE.replace("Kettle<", "For %s<".formatted(Identity.name("k2b"))));
	}

	@Test
	void whoIsNotSignedInIsNotGreeted() {
		isTakenFor(Failure.WRONG_PERSON, StubSite.PAGE.replace("<main>", GREETING.formatted(OWN) + "<main>"));
	}

	@Test
	void whoIsSignedInIsGreeted() {
		assertThat(look("/", Identity.Presence.SIGNED_IN).failures()).containsOnlyKeys(Failure.WRONG_PERSON);
		this.site.pages((exchange) -> StubSite.page(exchange,
				StubSite.PAGE.replace("<main>", GREETING.formatted(OWN) + "<main>")));
		assertThat(look("/", Identity.Presence.SIGNED_IN).failed()).as("no more than before").isOne();
	}

	@Test
	void whoComesBackIsNotTakenForANewVisitor() {
		this.cookies.keep("visitor=v1; Path=/");
		isTakenFor(Failure.WRONG_PERSON, (exchange) -> {
			exchange.getResponseHeaders().add("Set-Cookie", "visitor=v2; Path=/");
			StubSite.page(exchange, StubSite.PAGE);
		});
	}

	@Test
	void anAnswerThatBreaksOffIsNone() {
		isTakenFor(Failure.BROKEN_OFF, (exchange) -> {
			exchange.getResponseHeaders().add("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, 10_000);
			exchange.getResponseBody().write(StubSite.PAGE.getBytes(StandardCharsets.UTF_8));
			exchange.getResponseBody().flush();
			throw new IOException("The server dies");
		});
	}

	@Test
	void anAnswerThatDoesNotComeIsWaitedForAndCounts() {
		isTakenFor(Failure.TOO_LATE, (exchange) -> await());
		assertThat(this.ledger.outcome().of(PageKind.PRODUCT).max()).isGreaterThanOrEqualTo(2_000);
	}

	@Test
	void anAnswerThatDripsIsNotWaitedForLongerThanOneThatDoesNotCome() {
		isTakenFor(Failure.TOO_LATE, (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			while (!isOverAfter(100)) {
				exchange.getResponseBody().write(' ');
				exchange.getResponseBody().flush();
			}
		});
		assertThat(this.ledger.outcome().of(PageKind.PRODUCT).max()).isGreaterThanOrEqualTo(2_000);
	}

	@Test
	void patienceIsForTheWholeWayThroughRedirects() {
		this.site.pages((exchange) -> {
			isOverAfter(900);
			exchange.getResponseHeaders().add("Location", exchange.getRequestURI() + "on");
			exchange.sendResponseHeaders(303, -1);
		});
		assertThat(look("/").failures()).containsExactly(Map.entry(Failure.TOO_LATE, 1L));
		assertThat(this.site.asked()).hasSizeBetween(1, 3);
	}

	private boolean isOverAfter(long millis) {
		try {
			return this.over.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	private void await() {
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void nobodyThereIsNoConnection() {
		try (Window window = window(Identity.Presence.STRANGER)) {
			this.site.close();
			assertThatExceptionOfType(NoAnswerException.class).isThrownBy(() -> window.get("/"));
		}
		assertThat(this.ledger.outcome().failures()).containsOnlyKeys(Failure.UNREACHABLE);
	}

	@Test
	void getsWhatAPageNeedsOnceAndThenHasIt() {
		this.site.pages((exchange) -> StubSite.page(exchange, StubSite.PAGE.replace("</head>", STYLE)));
		this.site.assets((exchange) -> asset(exchange, "max-age=60", "hit"));
		look("/");
		Outcome outcome = look("/");
		assertThat(this.site.asked()).containsExactly("GET /", "GET /assets/shop.css", "GET /");
		assertThat(outcome.edge()).isEqualTo(new EdgeFigures(1, 0, 0, 7, 0, 0, 1));
		assertThat(outcome.of(PageKind.WHOLE).count()).isEqualTo(2);
		assertThat(outcome.of(PageKind.ASSET).count()).isOne();
	}

	@Test
	void asksWithItsValidatorForWhatIsStale() {
		this.site.pages((exchange) -> StubSite.page(exchange, StubSite.PAGE.replace("</head>", STYLE)));
		this.site.assets((exchange) -> {
			if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
				exchange.getResponseHeaders().add("Cache-Status", "clickpath-edge; hit; ttl=5");
				exchange.sendResponseHeaders(304, -1);
			}
			else {
				exchange.getResponseHeaders().add("ETag", "\"v1\"");
				asset(exchange, "no-cache", "fwd=uri-miss; stored");
			}
		});
		look("/");
		Outcome outcome = look("/");
		assertThat(outcome.failed()).isZero();
		assertThat(outcome.edge()).isEqualTo(new EdgeFigures(1, 1, 0, 0, 7, 1, 0));
	}

	@Test
	void anAssetSaysTheSameInEveryCoding() {
		this.site.pages((exchange) -> StubSite.page(exchange, StubSite.PAGE.replace("</head>", STYLE)));
		this.site.assets((exchange) -> asset(exchange, "no-store", "hit"));
		look("/");
		this.site.assets((exchange) -> {
			exchange.getResponseHeaders().add("Content-Encoding", "gzip");
			exchange.getResponseHeaders().add("Content-Type", "text/css");
			byte[] packed = Codings.encode(Codings.GZIP, "body {}".getBytes(StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(200, packed.length);
			exchange.getResponseBody().write(packed);
		});
		assertThat(look("/").failed()).isZero();
		this.site.assets((exchange) -> StubSite.answer(exchange, 200, "text/css", "html {}"));
		assertThat(look("/").failures()).containsOnlyKeys(Failure.WRONG_CONTENT);
		assertThat(this.ledger.outcome().of(PageKind.WHOLE).count()).as("without it the page is not whole")
			.isEqualTo(2);
	}

	private static void asset(HttpExchange exchange, String control, String status) throws IOException {
		exchange.getResponseHeaders().add("Cache-Control", control);
		exchange.getResponseHeaders().add("Cache-Status", "clickpath-edge; " + status);
		StubSite.answer(exchange, 200, "text/css", "body {}");
	}

	@Test
	void asksForSuggestionsBesideThePageAndLooksIntoThem() throws NoAnswerException {
		this.site.pages((exchange) -> {
			if (exchange.getRequestURI().getPath().equals("/search/suggestions")) {
				boolean good = exchange.getRequestURI().getQuery().equals("q=ke");
				StubSite.answer(exchange, 200, "application/json",
						good ? "{\"suggestions\":[{\"text\":\"kettle\",\"url\":\"/search?q=kettle\"}]}"
								: "{\"suggestions\":[{}]}");
			}
			else {
				StubSite.page(exchange, StubSite.PAGE);
			}
		});
		try (Window window = window(Identity.Presence.STRANGER)) {
			window.get("/");
			window.suggest("ke");
			window.suggest("ke");
			window.suggest("ket");
		}
		Outcome outcome = this.ledger.outcome();
		assertThat(outcome.of(PageKind.SUGGESTIONS).count()).as("what was asked before is known").isOne();
		assertThat(outcome.failures()).containsExactly(Map.entry(Failure.WRONG_CONTENT, 1L));
	}

}
