package dev.clickpath.catalog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.clickpath.catalog.CatalogServiceApplication;
import dev.clickpath.catalog.testing.Shop;
import dev.clickpath.catalog.testing.Shop.Answer;
import dev.clickpath.defaults.testing.PostgresConfiguration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole service on a real database, with few connections, so that one that an import
 * does not give back is noticed.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "spring.datasource.hikari.maximum-pool-size=3",
				"clickpath.catalog.location=classpath:/catalogue-small/", "clickpath.catalog.feed.rows=5000",
				"clickpath.catalog.feed.products=5500" })
@Import(PostgresConfiguration.class)
class FeedImportTests {

	private static final String HEADER = "id\ttitle\tproduct_type\tprice\tquantity\n";

	private static final String BASE = HEADER + """
			k-1\tBrenna Kettle\tKitchen > Kettles\t40.00 USD\t10
			k-2\tTolvi Kettle\tKitchen > Kettles\t50.00 USD\t20
			j-1\tBrenna Jar\tKitchen > Storage jars\t8.00 USD\t30
			""";

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Autowired
	private JdbcClient jdbcClient;

	@Autowired
	private JdbcConnectionDetails database;

	private Shop shop;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeEach
	void beginWithThreeProducts() {
		this.shop = new Shop(this.port);
		this.jdbcClient.sql("truncate reservation cascade").update();
		this.jdbcClient.sql("truncate review").update();
		this.jdbcClient.sql("update product set stock = supply, owed = 0, ratings = '{0,0,0,0,0}'").update();
		assertThat(replace(BASE).status()).isEqualTo(200);
	}

	@Test
	void addsWhatIsNewChangesWhatDiffersAndLeavesTheRestAlone() {
		String unchanged = version("k-2");
		JsonNode report = add(HEADER + """
				k-1\tBrenna Kettle\tKitchen > Kettles\t39.00 USD\t10
				k-2\tTolvi Kettle\tKitchen > Kettles\t50.00 USD\t20
				k-3\tNorrland Kettle\tKitchen > Kettles\t60.00 USD\t5
				""").json();
		assertThat(report.get("rows").asInt()).isEqualTo(3);
		assertThat(counts(report)).isEqualTo("1 added, 1 changed, 1 unchanged, 0 removed, 0 refused, 4 products");
		assertThat(version("k-2")).isEqualTo(unchanged);
		withinASecond(() -> assertThat(price("k-1")).isEqualTo(3900));
		withinASecond(() -> assertThat(found("norrland")).containsExactly("k-3"));
		withinASecond(() -> assertThat(found("kettle&sort=price-asc")).containsExactly("k-1", "k-2", "k-3"));
		assertThat(this.shop.get("/products/j-1").status()).isEqualTo(200);
	}

	@Test
	void theSameFeedAgainChangesNothing() {
		List<String> before = versions();
		assertThat(counts(add(BASE).json()))
			.isEqualTo("0 added, 0 changed, 3 unchanged, 0 removed, 0 refused, 3 products");
		assertThat(counts(replace(BASE).json()))
			.isEqualTo("0 added, 0 changed, 3 unchanged, 0 removed, 0 refused, 3 products");
		assertThat(versions()).isEqualTo(before);
	}

	@Test
	void tellsAllAboutAProductThatAFeedBrought() {
		add("""
				{"id":"H.1_a","title":"<b>WH-1000XM4</b> Headphones","description":"Quiet & <i>soft</i>","brand":"Auditon",\
				"product_type":"Electronics > Audio > Over-ear headphones","price":"1500 USD","sale_price":"1200 USD",\
				"availability":"in_stock","quantity":4,"image_link":"https://elsewhere.example/a.jpg","color":"black"}
				""");
		JsonNode product = this.shop.get("/products/H.1_a").json();
		assertThat(product.get("title").asString()).isEqualTo("<b>WH-1000XM4</b> Headphones");
		assertThat(product.get("description").asString()).isEqualTo("Quiet & <i>soft</i>");
		assertThat(product.get("slug").asString()).isEqualTo("b-wh-1000xm4-b-headphones");
		assertThat(product.get("departmentName").asString()).isEqualTo("Electronics");
		assertThat(product.get("categoryName").asString()).isEqualTo("Audio");
		assertThat(product.get("price").get("amount").asLong()).isEqualTo(120_000);
		assertThat(product.get("oldPrice").get("amount").asLong()).isEqualTo(150_000);
		assertThat(product.get("stock").asInt()).isEqualTo(4);
		assertThat(product.get("rating").asDouble()).isZero();
		assertThat(product.get("picture").asString()).isEqualTo("headphones/ink");
		assertThat(product.get("variants")).hasSize(1);
		assertThat(product.get("attributes").toString()).contains("Over-ear headphones", "Colour");
		withinASecond(() -> assertThat(found("wh1000xm4")).containsExactly("H.1_a"));
		assertThat(departments()).contains("electronics");
		JsonNode facets = this.shop.get("/search?q=headphones").json().get("facets");
		assertThat(facets.get("departments").toString()).contains("\"Electronics\"");
		assertThat(facets.get("categories").toString()).contains("\"Audio\"");
		assertThat(this.shop.get("/suggestions?q=electr").json().toString()).contains("Electronics");
	}

	@Test
	void replacesTheWholeCatalogue() {
		JsonNode report = replace(HEADER + """
				t-1\tAlma Tent\tCamping > Tents\t140.00 EUR\t3
				k-1\tBrenna Kettle\tKitchen > Kettles\t40.00 EUR\t10
				""").json();
		assertThat(counts(report)).isEqualTo("1 added, 1 changed, 0 unchanged, 2 removed, 0 refused, 2 products");
		assertThat(this.shop.get("/products/j-1").status()).isEqualTo(404);
		assertThat(this.shop.get("/search?q=").json().get("total").asInt()).isEqualTo(2);
		assertThat(found("jar")).isEmpty();
		assertThat(found("tent")).containsExactly("t-1");
		assertThat(departments()).containsExactlyInAnyOrder("kitchen", "camping");
		assertThat(this.shop.get("/departments").toString()).doesNotContain("storage-jars");
		assertThat(this.shop.get("/suggestions?q=storage").json().get("suggestions")).isEmpty();
	}

	@Test
	void manyProductsTakeThePlaceOfOthersInOneStep() throws Exception {
		replace(many("old", 3_000, "Kettle"));
		ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
		AtomicBoolean done = new AtomicBoolean();
		try (ExecutorService shopper = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> looking = shopper.submit(() -> {
				while (!done.get()) {
					JsonNode result = this.shop.get("/search?sort=newest&size=5").json();
					seen.add(result.get("total").asInt() + " "
							+ result.get("products")
								.valueStream()
								.map((product) -> product.get("id").asString().replaceAll("-.*", ""))
								.distinct()
								.collect(Collectors.joining()));
				}
			});
			try {
				assertThat(replace(many("new", 4_000, "Tent")).json().get("removed").asInt()).isEqualTo(3_000);
				assertThat(found("tent")).hasSize(24);
			}
			finally {
				done.set(true);
			}
			looking.get();
		}
		assertThat(seen).allMatch((page) -> page.matches("3000 (old|)|4000 (new|)"));
		// At the very moment of the change a page may have been found before and read
		// after.
		List<String> moments = new ArrayList<>();
		for (String page : seen) {
			String moment = page.endsWith(" ") ? "between" : page;
			if (moments.isEmpty() || !moments.getLast().equals(moment)) {
				moments.add(moment);
			}
		}
		assertThat(moments).isNotEmpty();
		assertThat(List.of("3000 old", "between", "4000 new")).containsSubsequence(moments);
	}

	@Test
	void rowsThatCannotBeUsedAreToldByTheirLineAndLeftOut() {
		JsonNode report = add(HEADER + """
				a-1\tAlma Lamp\tLiving\tmuch\t1
				a-2\tAlma Lamp\tLiving\t12.00 EUR\t1
				a-3\tAlma Lamp\tLiving\t12.00 USD\t1
				a-3\tAlma Lamp again\tLiving\t13.00 USD\t1
				a 4\tAlma Lamp\tLiving\t12.00 USD\t1
				a-5\tAlma Lamp
				""").json();
		assertThat(counts(report)).isEqualTo("1 added, 0 changed, 0 unchanged, 0 removed, 5 refused, 4 products");
		assertThat(report.get("refusals")
			.valueStream()
			.map((refusal) -> refusal.get("line").asInt() + ": " + refusal.get("reason").asString()))
			.satisfiesExactly((first) -> assertThat(first).startsWith("2: price must look like 12.95 USD"),
					(second) -> assertThat(second)
						.isEqualTo("3: price is in EUR, and a catalogue has one currency, which is USD"),
					(third) -> assertThat(third).isEqualTo("5: id a-3 is that of line 4 already"),
					(fourth) -> assertThat(fourth).startsWith("6: id must be"),
					(fifth) -> assertThat(fifth).startsWith("7: it has 2 fields"));
		assertThat(this.shop.get("/products/a-3").json().get("title").asString()).isEqualTo("Alma Lamp");
	}

	@Test
	void allRowsThatCannotBeUsedAreCountedAndTheFirstTold() {
		String feed = HEADER + IntStream.range(0, 500)
			.mapToObj((i) -> "b-%d\tAlma Lamp\tLiving\tmuch\t1\n".formatted(i))
			.collect(Collectors.joining());
		JsonNode report = add(feed).json();
		assertThat(report.get("refused").asInt()).isEqualTo(500);
		assertThat(report.get("refusals")).hasSize(100);
	}

	@Test
	void fieldsThatMeanNothingHereAreNamed() {
		JsonNode report = add("id\ttitle\tprice\tcustom_label_0\nk-9\tKettle\t1 USD\tx\n").json();
		assertThat(report.get("ignoredFields").toString()).contains("custom_label_0");
	}

	@Test
	void aFeedThatCannotBeUsedAtAllLeavesTheCatalogueAsItWas() {
		List<String> before = versions();
		assertProblem(replace(""), 400, "invalid-feed");
		assertProblem(replace(HEADER), 400, "invalid-feed");
		assertProblem(replace(HEADER + "a\tb\tc\td\te\n"), 400, "invalid-feed");
		assertProblem(replace("nonsense"), 400, "invalid-feed");
		assertProblem(replace(many("x", 5_001, "Kettle")), 400, "invalid-feed");
		assertThat(versions()).isEqualTo(before);
	}

	@Test
	void aFeedOfAsManyRowsAsItMayHaveHasRoomBesideWhatIsThere() {
		assertThat(counts(add(many("x", 5_000, "Kettle")).json())).startsWith("5000 added").endsWith("5003 products");
		List<String> before = versions();
		assertProblem(add(many("y", 500, "Kettle")), 400, "invalid-feed");
		assertThat(versions()).isEqualTo(before);
	}

	@Test
	void whatAFewChangesLeaveNothingOfIsNotSuggestedAnyMore() {
		String header = "id\ttitle\tbrand\tproduct_type\tprice\n";
		String rest = "s-1\tBrenna Samovar\tBrenna\tKitchen > Samovars\t90.00 USD\n";
		// The new category makes the index anew, which learns what many things are
		// called.
		replace(header + rest + """
				s-2\tNorrland Whistling Samovar\tNorrland\tKitchen > Samovars\t95.00 USD
				s-3\tNORRLAND Whistling Samovar\tNORRLAND\tKitchen > Samovars\t99.00 USD
				""");
		assertThat(suggestions("norrl")).contains("brand");
		assertThat(suggestions("whist")).contains("query");
		assertThat(productCounts()).containsExactly(3);
		replace(header + rest);
		assertThat(suggestions("norrl")).isEmpty();
		assertThat(suggestions("whist")).isEmpty();
		assertThat(suggestions("brenn")).contains("brand");
		assertThat(productCounts()).containsExactly(1);
	}

	@Test
	void aFeedThatBreaksOffLeavesTheCatalogueAsItWas() throws IOException {
		List<String> before = versions();
		try (Socket socket = begin("/feed?replace=true", HEADER + "x-1\tKettle\tKitchen\t1 USD\t1\n")) {
			socket.shutdownOutput();
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.contains("The feed broke off after");
		}
		assertThat(versions()).isEqualTo(before);
		assertThat(add(BASE).status()).isEqualTo(200);
	}

	@Test
	void whileAFeedIsTakenAnotherIsRefused() throws IOException {
		try (Socket socket = begin("/feed", HEADER + "x-1\tKettle\tKitchen\t1 USD\t1\n");
				ConfigurableApplicationContext other = anotherInstance()) {
			assertProblem(add(BASE), 409, "feed-under-way");
			Answer elsewhere = post(
					Integer.parseInt(other.getEnvironment().getRequiredProperty("local.management.port")), "", BASE);
			assertProblem(elsewhere, 409, "feed-under-way");
			socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.contains("\"added\":1");
		}
		assertThat(add(BASE).status()).isEqualTo(200);
	}

	@Test
	void aDatabaseThatThrowsTheImportOutHasTheOldCatalogue() throws IOException {
		List<String> before = versions();
		try (Socket socket = begin("/feed?replace=true", HEADER + "x-1\tKettle\tKitchen\t1 USD\t1\n")) {
			assertThat(this.jdbcClient.sql("""
					select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 4991 \
					and database = (select oid from pg_database where datname = current_database())""")
				.query(Boolean.class)
				.single()).isTrue();
			socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.contains("feed-failed");
		}
		assertThat(versions()).isEqualTo(before);
		assertThat(add(BASE).status()).isEqualTo(200);
	}

	@Test
	void whatFailsWhenHalfIsWrittenIsUndone() {
		replace(many("old", 2_000, "Kettle"));
		List<String> before = versions();
		this.jdbcClient.sql("alter table product add constraint cheap check (price < 1000000) not valid").update();
		try {
			String feed = many("new", 3_000, "Tent") + "dear\tKettle\tThings\t99999 USD\t1\n";
			assertProblem(replace(feed), 503, "feed-failed");
		}
		finally {
			this.jdbcClient.sql("alter table product drop constraint cheap").update();
		}
		assertThat(versions()).isEqualTo(before);
		assertThat(found("tent")).isEmpty();
		assertThat(this.shop.get("/search?q=").json().get("total").asInt()).isEqualTo(2_000);
		assertThat(departments()).containsExactly("things");
	}

	@Test
	void piecesThatOrdersHoldStayTakenOff() {
		this.shop.hold("order-1", Map.of("k-1", 4));
		add(BASE);
		assertThat(this.shop.stock("k-1")).isEqualTo(6);
		add(BASE.replace("40.00 USD\t10", "40.00 USD\t12"));
		assertThat(this.shop.stock("k-1")).isEqualTo(8);
		add(BASE.replace("40.00 USD\t10", "40.00 USD\t1"));
		assertThat(this.shop.stock("k-1")).isZero();
		this.shop.release("order-1");
		assertThat(this.shop.stock("k-1")).isEqualTo(1);
	}

	@Test
	void aProductThatComesBackHasWhatOrdersHoldTakenOffAndWhatWasWrittenOfIt() {
		this.shop.hold("order-1", Map.of("k-1", 4, "j-1", 2));
		review("k-1", 2);
		replace(HEADER + "t-1\tAlma Tent\tCamping > Tents\t140.00 USD\t3\n");
		assertThat(this.shop.get("/products/k-1").status()).isEqualTo(404);
		assertThat(this.shop.hold("order-2", Map.of("k-1", 1)).problem()).isEqualTo("out-of-stock");
		assertThat(this.shop.get("/reservations/order-1").json().get("state").asString()).isEqualTo("held");
		replace(BASE);
		assertThat(this.shop.stock("k-1")).isEqualTo(6);
		assertThat(this.shop.stock("j-1")).isEqualTo(28);
		assertThat(this.shop.get("/products/k-1").json().get("rating").asDouble()).isEqualTo(2);
		assertThat(this.shop.release("order-1").status()).isEqualTo(204);
		assertThat(this.shop.stock("k-1")).isEqualTo(10);
	}

	@Test
	void ordersOfProductsThatAreGoneCanBeReleased() {
		this.shop.hold("order-1", Map.of("k-1", 4));
		replace(HEADER + "t-1\tAlma Tent\tCamping > Tents\t140.00 USD\t3\n");
		assertThat(this.shop.release("order-1").status()).isEqualTo(204);
		replace(BASE);
		assertThat(this.shop.stock("k-1")).isEqualTo(10);
	}

	@Test
	void piecesThatAreSentAreNotTakenOffOnceMore() {
		this.shop.hold("order-1", Map.of("k-1", 1));
		add(BASE);
		assertThat(this.shop.stock("k-1")).isEqualTo(9);
		this.shop.fulfil("order-1");
		assertThat(this.shop.stock("k-1")).isEqualTo(9);
		JsonNode report = add(BASE.replace("40.00 USD\t10", "40.00 USD\t9")).json();
		assertThat(report.get("unchanged").asInt()).isEqualTo(3);
		assertThat(this.shop.stock("k-1")).isEqualTo(9);
		add(BASE.replace("40.00 USD\t10", "40.00 USD\t29"));
		assertThat(this.shop.stock("k-1")).isEqualTo(29);
	}

	@Test
	void piecesThatAFeedStatesNoLongerBeforeTheyAreSentMakeNoneWhenTheyAre() {
		this.shop.hold("order-1", Map.of("k-1", 4));
		add(BASE.replace("40.00 USD\t10", "40.00 USD\t1"));
		assertThat(this.shop.stock("k-1")).isZero();
		this.shop.fulfil("order-1");
		assertThat(this.shop.stock("k-1")).isZero();
		add(BASE.replace("40.00 USD\t10", "40.00 USD\t6"));
		assertThat(this.shop.stock("k-1")).isEqualTo(6);
	}

	@Test
	void aProductThatComesBackHasOnlyWhatIsStillHeldTakenOff() {
		this.shop.hold("order-1", Map.of("k-1", 4));
		this.shop.hold("order-2", Map.of("k-1", 1));
		replace(HEADER + "t-1\tAlma Tent\tCamping > Tents\t140.00 USD\t3\n");
		assertThat(this.shop.fulfil("order-1").status()).isEqualTo(204);
		replace(BASE);
		assertThat(this.shop.stock("k-1")).isEqualTo(9);
		this.shop.fulfil("order-2");
		assertThat(this.shop.stock("k-1")).isEqualTo(9);
	}

	@Test
	void nothingIsSoldTwiceWhilePeopleBuyWhatIsBeingImported() throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		List<String> held = new ArrayList<>();
		try (ExecutorService shopper = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> buying = shopper.submit(() -> {
				for (int i = 0; !done.get(); i++) {
					String order = "rush-" + i;
					Answer answer = this.shop.hold(order, Map.of("k-1", 1, "j-1", 1));
					assertThat(answer.status()).isIn(200, 409);
					if (answer.status() == 200) {
						if (i % 3 == 0) {
							this.shop.release(order);
						}
						else {
							held.add(order);
						}
					}
				}
			});
			try {
				for (int i = 0; i < 20; i++) {
					assertThat(((i % 4 == 3) ? replace(HEADER + "t-1\tAlma Tent\tCamping > Tents\t140.00 USD\t3\n")
							: add(BASE.replace("40.00 USD\t10", "4%d.00 USD\t%d".formatted(i % 10, 200 + i))))
						.status()).isEqualTo(200);
				}
			}
			finally {
				done.set(true);
			}
			buying.get();
		}
		replace(BASE.replace("USD\t10", "USD\t100000").replace("USD\t30", "USD\t100000"));
		assertThat(held).isNotEmpty();
		assertThat(this.shop.stock("k-1")).isEqualTo(100_000 - held.size());
		assertThat(this.shop.stock("j-1")).isEqualTo(100_000 - held.size());
	}

	@Test
	void anotherInstanceSeesItWithinASecond() {
		try (ConfigurableApplicationContext other = anotherInstance()) {
			Shop elsewhere = new Shop(
					Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port")));
			assertThat(elsewhere.get("/products/k-1").json().get("price").get("amount").asLong()).isEqualTo(4000);
			add(BASE.replace("40.00", "41.00"));
			withinASecond(() -> assertThat(elsewhere.get("/products/k-1").json().get("price").get("amount").asLong())
				.isEqualTo(4100));
			replace(HEADER + "t-1\tAlma Tent\tCamping > Tents\t140.00 USD\t3\n");
			withinASecond(() -> assertThat(elsewhere.get("/search?q=tent").json().get("total").asInt()).isEqualTo(1));
			withinASecond(() -> assertThat(elsewhere.get("/departments").text()).contains("camping")
				.doesNotContain("kitchen"));
		}
	}

	@Test
	void anInstanceThatStartsLeavesTheProductsThatSomebodyBrought() {
		List<String> before = versions();
		try (ConfigurableApplicationContext other = anotherInstance("--clickpath.catalog.products=7")) {
			Shop elsewhere = new Shop(
					Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port")));
			assertThat(elsewhere.get("/search?q=").json().get("total").asInt()).isEqualTo(3);
		}
		assertThat(versions()).isEqualTo(before);
	}

	@Test
	void tellsHowFarItIsToWhoWantsToKnow() throws Exception {
		HttpResponse<String> response = this.client
			.send(HttpRequest.newBuilder(address(this.managementPort, "?replace=true"))
				.header("Accept", "application/x-ndjson")
				.POST(BodyPublishers.ofString(many("p", 2_000, "Kettle")))
				.build(), BodyHandlers.ofString());
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
		List<JsonNode> lines = response.body().lines().map((line) -> JsonMapper.shared().readTree(line)).toList();
		assertThat(lines.getLast().get("report").get("added").asInt()).isEqualTo(2_000);
		assertThat(lines.subList(0, lines.size() - 1))
			.extracting((line) -> line.get("progress").get("phase").asString())
			.startsWith("reading")
			.containsSubsequence("comparing", "indexing", "writing");
	}

	@Test
	void takesFeedsFromNoBrowserAndOnlyWhatItKnows() throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(address(this.managementPort, ""))
			.POST(BodyPublishers.ofString(BASE));
		assertThat(status(request.copy().header("Origin", "http://elsewhere.example"))).isEqualTo(403);
		assertThat(status(request.copy().GET())).isEqualTo(405);
		assertProblem(post(this.managementPort, "?replace=perhaps", BASE), 400, "invalid-parameter");
		assertProblem(post(this.managementPort, "?repalce=true", BASE), 400, "invalid-parameter");
		assertThat(this.shop.get("/feed").status()).isEqualTo(404);
		// What curl calls a file unless it is told otherwise.
		assertThat(status(request.copy().header("Content-Type", "application/x-www-form-urlencoded"))).isEqualTo(200);
	}

	private int status(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.discarding()).statusCode();
	}

	private static void assertProblem(Answer answer, int status, String type) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.problem()).isEqualTo(type);
	}

	private static String many(String prefix, int count, String thing) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "%s-%d\t%s number %d\tThings\t%d.00 USD\t9\n".formatted(prefix, i, thing, i, 1 + i))
			.collect(Collectors.joining("", HEADER, ""));
	}

	private static String counts(JsonNode report) {
		return "%d added, %d changed, %d unchanged, %d removed, %d refused, %d products".formatted(
				report.get("added").asInt(), report.get("changed").asInt(), report.get("unchanged").asInt(),
				report.get("removed").asInt(), report.get("refused").asInt(), report.get("products").asInt());
	}

	/** Another number when the row was written again. */
	private String version(String id) {
		return this.jdbcClient.sql("select xmin::text from product where id = ?")
			.param(id)
			.query(String.class)
			.single();
	}

	private List<String> versions() {
		return this.jdbcClient.sql("select id || ' ' || xmin as version from product order by id")
			.query((row, number) -> row.getString("version"))
			.list();
	}

	private long price(String id) {
		return this.shop.get("/products/" + id).json().get("price").get("amount").asLong();
	}

	private List<String> found(String query) {
		return this.shop.get("/search?q=" + query)
			.json()
			.get("products")
			.valueStream()
			.map((product) -> product.get("id").asString())
			.toList();
	}

	private List<String> departments() {
		return this.shop.get("/departments")
			.json()
			.valueStream()
			.map((department) -> department.get("slug").asString())
			.toList();
	}

	/** The kinds of what is suggested. */
	private List<String> suggestions(String typed) {
		return this.shop.get("/suggestions?q=" + typed)
			.json()
			.get("suggestions")
			.valueStream()
			.map((suggestion) -> suggestion.get("kind").asString())
			.toList();
	}

	private List<Integer> productCounts() {
		return this.shop.get("/departments")
			.json()
			.valueStream()
			.map((department) -> department.get("productCount").asInt())
			.toList();
	}

	private void review(String product, int stars) {
		Answer written = this.shop.put("/products/" + product + "/reviews/author-1",
				"{\"name\":\"Alma\",\"stars\":%d,\"title\":\"\",\"text\":\"It boils.\",\"bought\":false,\"language\":\"en\"}"
					.formatted(stars));
		assertThat(written.status()).as(written.text()).isEqualTo(200);
	}

	private Answer add(String feed) {
		return post(this.managementPort, "", feed);
	}

	private Answer replace(String feed) {
		return post(this.managementPort, "?replace=true", feed);
	}

	private Answer post(int managementPort, String query, String feed) {
		try {
			HttpResponse<String> response = this.client.send(
					HttpRequest.newBuilder(address(managementPort, query)).POST(BodyPublishers.ofString(feed)).build(),
					BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static URI address(int managementPort, String query) {
		return URI.create("http://127.0.0.1:" + managementPort + "/feed" + query);
	}

	/**
	 * Sends the beginning of a feed, and returns when the service has begun to read it.
	 */
	private Socket begin(String target, String feed) throws IOException {
		Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), this.managementPort);
		socket.setSoTimeout(30_000);
		byte[] body = feed.getBytes(StandardCharsets.UTF_8);
		String head = """
				POST %s HTTP/1.1\r
				Host: 127.0.0.1\r
				Accept: application/x-ndjson\r
				Transfer-Encoding: chunked\r
				Connection: close\r
				\r
				%s\r
				""".formatted(target, Integer.toHexString(body.length));
		socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().write(body);
		socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
		InputStream input = socket.getInputStream();
		StringBuilder answer = new StringBuilder();
		while (answer.indexOf("reading") < 0) {
			answer.append((char) input.read());
		}
		return socket;
	}

	private static void withinASecond(ThrowingRunnable assertion) {
		await().atMost(Duration.ofSeconds(1)).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
	}

	private ConfigurableApplicationContext anotherInstance(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0",
				"--clickpath.catalog.location=classpath:/catalogue-small/",
				"--spring.datasource.url=" + this.database.getJdbcUrl(),
				"--spring.datasource.username=" + this.database.getUsername(),
				"--spring.datasource.password=" + this.database.getPassword(), "--spring.jmx.enabled=false"));
		arguments.addAll(List.of(more));
		return new SpringApplicationBuilder(CatalogServiceApplication.class).run(arguments.toArray(String[]::new));
	}

}
