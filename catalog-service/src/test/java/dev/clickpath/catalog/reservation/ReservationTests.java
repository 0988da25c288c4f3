package dev.clickpath.catalog.reservation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.clickpath.catalog.CatalogServiceApplication;
import dev.clickpath.catalog.testing.AtOnce;
import dev.clickpath.catalog.testing.Shop;
import dev.clickpath.catalog.testing.Shop.Answer;
import dev.clickpath.defaults.testing.PostgresConfiguration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole service on a real database, with as many connections as it has in the shop.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.catalog.location=classpath:/catalogue-small/" })
@Import(PostgresConfiguration.class)
class ReservationTests {

	private static final int PLENTY = 100_000;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbcClient;

	@Autowired
	private JdbcConnectionDetails database;

	private Shop shop;

	private List<String> products;

	@BeforeEach
	void fillTheShelves() {
		this.shop = new Shop(this.port);
		this.jdbcClient.sql("truncate reservation cascade").update();
		this.products = this.jdbcClient.sql("update product set stock = ?, supply = ?, owed = 0 returning id")
			.params(PLENTY, PLENTY)
			.query((row, number) -> row.getString("id"))
			.list();
	}

	@Test
	void takesPiecesOffTheStockAndGivesThemBack() {
		String first = this.products.get(0);
		String second = this.products.get(1);
		Answer held = this.shop.hold("order-1", Map.of(second, 3, first, 2));
		assertThat(held.status()).isEqualTo(200);
		assertThat(held.json().get("order").asString()).isEqualTo("order-1");
		assertThat(held.json().get("state").asString()).isEqualTo("held");
		assertThat(quantities(held.json())).isEqualTo(Map.of(first, 2, second, 3));
		assertThat(this.shop.stock(first)).isEqualTo(PLENTY - 2);
		assertThat(this.shop.get("/products?ids=" + second).json().get(0).get("stock").asInt()).isEqualTo(PLENTY - 3);
		assertThat(this.shop.get("/products/" + first).json().get("variants").toString())
			.contains("\"stock\":" + (PLENTY - 2));
		assertThat(this.shop.get("/reservations/order-1").json()).isEqualTo(held.json());

		assertThat(this.shop.release("order-1").status()).isEqualTo(204);
		assertThat(this.shop.stock(first)).isEqualTo(PLENTY);
		assertThat(this.shop.stock(second)).isEqualTo(PLENTY);
		assertThat(this.shop.get("/reservations/order-1").json().get("state").asString()).isEqualTo("released");
	}

	@Test
	void repeatedRequestsDoNothingMore() {
		String product = this.products.getFirst();
		Answer first = this.shop.hold("order-1", Map.of(product, 2));
		assertThat(this.shop.hold("order-1", Map.of(product, 2))).isEqualTo(first);
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 2);
		assertThat(this.shop.release("order-1").status()).isEqualTo(204);
		assertThat(this.shop.release("order-1").status()).isEqualTo(204);
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY);
	}

	@Test
	void repeatedRequestsDoNothingMoreWhenTheyComeAtOnce() throws Exception {
		String product = this.products.getFirst();
		List<Answer> held = AtOnce.all(copies(20, () -> this.shop.hold("order-1", Map.of(product, 2))));
		assertThat(held).extracting(Answer::status).containsOnly(200);
		assertThat(held).extracting(Answer::text).containsOnly(held.getFirst().text());
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 2);
		List<Answer> released = AtOnce.all(copies(20, () -> this.shop.release("order-1")));
		assertThat(released).extracting(Answer::status).containsOnly(204);
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY);
	}

	@Test
	void anOrderHoldsNothingElseThanAtFirst() {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 2));
		Answer other = this.shop.hold("order-1", Map.of(product, 3));
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.problem()).isEqualTo("reservation-differs");
		assertThat(this.shop.hold("order-1", Map.of(product, 2, this.products.get(1), 1)).problem())
			.isEqualTo("reservation-differs");
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 2);
	}

	@Test
	void whatIsReleasedCanHoldNothingAnyMore() {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 2));
		this.shop.release("order-1");
		Answer late = this.shop.hold("order-1", Map.of(product, 2));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.problem()).isEqualTo("reservation-released");
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY);
	}

	@Test
	void whatIsReleasedBeforeItIsKnownCanHoldNothingLater() {
		String product = this.products.getFirst();
		assertThat(this.shop.release("unheard-of").status()).isEqualTo(204);
		assertThat(this.shop.get("/reservations/unheard-of").json().get("lines")).isEmpty();
		assertThat(this.shop.hold("unheard-of", Map.of(product, 2)).problem()).isEqualTo("reservation-released");
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY);
	}

	@Test
	void whatIsSentStaysTakenAndIsSettledOnce() {
		String product = this.products.getFirst();
		Answer held = this.shop.hold("order-1", Map.of(product, 2));
		assertThat(this.shop.fulfil("order-1").status()).isEqualTo(204);
		assertThat(this.shop.fulfil("order-1").status()).isEqualTo(204);
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 2);
		assertThat(supply(product)).isEqualTo(PLENTY - 2);
		JsonNode fulfilled = this.shop.get("/reservations/order-1").json();
		assertThat(fulfilled.get("state").asString()).isEqualTo("fulfilled");
		assertThat(fulfilled.get("fulfilledAt").asString()).endsWith("Z");
		assertThat(fulfilled.get("lines")).isEqualTo(held.json().get("lines"));
	}

	@Test
	void whatIsSentIsSettledOnceWhenThatIsToldTwentyTimesAtOnce() throws Exception {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 2));
		assertThat(AtOnce.all(copies(20, () -> this.shop.fulfil("order-1")))).extracting(Answer::status)
			.containsOnly(204);
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 2);
		assertThat(supply(product)).isEqualTo(PLENTY - 2);
	}

	@Test
	void whatIsSentCannotBeGivenBack() {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 2));
		this.shop.fulfil("order-1");
		Answer refused = this.shop.release("order-1");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.problem()).isEqualTo("reservation-fulfilled");
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 2);
		assertThat(this.shop.get("/reservations/order-1").json().get("state").asString()).isEqualTo("fulfilled");
	}

	@Test
	void aRequestToHoldWhatIsSentTakesNothingMore() {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 2));
		this.shop.fulfil("order-1");
		Answer late = this.shop.hold("order-1", Map.of(product, 2));
		assertThat(late.status()).isEqualTo(200);
		assertThat(late.json().get("state").asString()).isEqualTo("fulfilled");
		assertThat(this.shop.hold("order-1", Map.of(product, 3)).problem()).isEqualTo("reservation-differs");
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 2);
	}

	@Test
	void onlyWhatIsHeldCanBeSent() {
		String product = this.products.getFirst();
		Answer unknown = this.shop.fulfil("unheard-of");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.problem()).isEqualTo("reservation-not-found");
		this.shop.hold("order-1", Map.of(product, 2));
		this.shop.release("order-1");
		Answer released = this.shop.fulfil("order-1");
		assertThat(released.status()).isEqualTo(409);
		assertThat(released.problem()).isEqualTo("reservation-released");
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY);
		assertThat(supply(product)).isEqualTo(PLENTY);
	}

	@Test
	void sendingAndGivingBackAtTheSameTimeHaveOneWinner() throws Exception {
		String product = this.products.getFirst();
		int sent = 0;
		for (int i = 0; i < 50; i++) {
			String order = "race-" + i;
			this.shop.hold(order, Map.of(product, 1));
			List<Answer> answers = AtOnce
				.all(List.<Callable<Answer>>of(() -> this.shop.fulfil(order), () -> this.shop.release(order)));
			assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
			sent += (answers.getFirst().status() == 204) ? 1 : 0;
		}
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - sent);
		assertThat(supply(product)).isEqualTo(PLENTY - sent);
	}

	@Test
	void takesAllOrNothing() {
		String plenty = this.products.get(0);
		String scarce = this.products.get(1);
		stock(scarce, 1);
		Answer refused = this.shop.hold("order-1", Map.of(plenty, 2, scarce, 2, "unknown", 1));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.problem()).isEqualTo("out-of-stock");
		assertThat(refused.json().get("shortages").valueStream().map(JsonNode::toString)).containsExactlyInAnyOrder(
				"{\"product\":\"%s\",\"wanted\":2,\"available\":1}".formatted(scarce),
				"{\"product\":\"unknown\",\"wanted\":1,\"available\":0}");
		assertThat(this.shop.stock(plenty)).isEqualTo(PLENTY);
		assertThat(this.shop.stock(scarce)).isEqualTo(1);
		assertThat(this.shop.get("/reservations/order-1").problem()).isEqualTo("reservation-not-found");
		assertThat(this.shop.hold("order-1", Map.of(plenty, 2, scarce, 1)).status()).isEqualTo(200);
	}

	@Test
	void twoHundredBuyersOfFiftyPiecesGetFifty() throws Exception {
		String product = this.products.getFirst();
		stock(product, 50);
		List<Answer> answers = AtOnce.all(IntStream.range(0, 200)
			.<Callable<Answer>>mapToObj((buyer) -> () -> this.shop.hold("buyer-" + buyer, Map.of(product, 1)))
			.toList());
		Map<String, Long> outcomes = answers.stream()
			.collect(Collectors.groupingBy((answer) -> answer.status() + answer.problem(), Collectors.counting()));
		assertThat(outcomes).isEqualTo(Map.of("200", 50L, "409out-of-stock", 150L));
		assertThat(this.shop.stock(product)).isZero();
		assertThat(quantities("held")).isEqualTo(Map.of(product, 50));
	}

	@Test
	void ordersThatCrossEachOtherDoNotStandInEachOthersWay() throws Exception {
		List<Callable<Answer>> orders = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			String order = "crossing-" + i;
			Comparator<String> direction = (i % 2 == 0) ? Comparator.naturalOrder() : Comparator.reverseOrder();
			Map<String, Integer> lines = new TreeMap<>(direction);
			this.products.forEach((product) -> lines.put(product, 1));
			orders.add(() -> this.shop.hold(order, lines));
			orders.add(() -> this.shop.release(order));
		}
		assertThat(AtOnce.all(orders)).extracting((answer) -> answer.status() + answer.problem())
			.containsOnly("200", "204", "409reservation-released");
		IntStream.range(0, 100).forEach((i) -> this.shop.release("crossing-" + i));
		assertThat(this.products).extracting(this.shop::stock).containsOnly(PLENTY);
	}

	@Test
	void aReleaseThatRacesWithItsReservationAlwaysWins() throws Exception {
		String product = this.products.getFirst();
		for (int i = 0; i < 50; i++) {
			String order = "race-" + i;
			AtOnce.all(List.<Callable<Answer>>of(() -> this.shop.hold(order, Map.of(product, 1)),
					() -> this.shop.release(order)));
			assertThat(this.shop.get("/reservations/" + order).json().get("state").asString()).isEqualTo("released");
		}
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void whateverHappensThePiecesAddUp(long seed) throws Exception {
		this.products.forEach((product) -> stock(product, 30));
		List<Callable<Answer>> schedule = new ArrayList<>();
		Random random = new Random(seed);
		for (int i = 0; i < 400; i++) {
			String order = "order-" + random.nextInt(60);
			int kind = random.nextInt(5);
			if (kind == 0) {
				schedule.add(() -> this.shop.release(order));
			}
			else if (kind == 1) {
				schedule.add(() -> this.shop.fulfil(order));
			}
			else {
				Map<String, Integer> lines = lines(new Random(order.hashCode() + random.nextInt(2)));
				schedule.add(() -> this.shop.hold(order, lines));
			}
		}
		for (int from = 0; from < schedule.size(); from += 50) {
			assertThat(AtOnce.all(schedule.subList(from, from + 50))).extracting(Answer::status)
				.isSubsetOf(200, 204, 404, 409);
			Map<String, Integer> held = quantities("held");
			Map<String, Integer> sent = quantities("fulfilled");
			assertThat(this.products).allSatisfy((product) -> {
				int supply = 30 - sent.getOrDefault(product, 0);
				assertThat(supply(product)).isEqualTo(supply);
				assertThat(this.shop.stock(product)).isNotNegative().isEqualTo(supply - held.getOrDefault(product, 0));
			});
		}
	}

	private Map<String, Integer> lines(Random random) {
		Map<String, Integer> lines = new TreeMap<>();
		int count = 1 + random.nextInt(4);
		while (lines.size() < count) {
			lines.put(this.products.get(random.nextInt(this.products.size())), 1 + random.nextInt(5));
		}
		return lines;
	}

	@Test
	void piecesThatALaterCatalogueDoesNotHaveAreNotGivenBack() {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 5));
		this.shop.hold("order-2", Map.of(product, 4));
		// As if the catalogue loaded now had six pieces.
		this.jdbcClient.sql("update product set stock = 0, supply = 6, owed = 3 where id = ?").param(product).update();
		this.shop.release("order-1");
		assertThat(this.shop.stock(product)).isEqualTo(2);
		this.shop.release("order-2");
		assertThat(this.shop.stock(product)).isEqualTo(6);
	}

	@Test
	void piecesThatALaterCatalogueDoesNotHaveAreOwedNoLongerOnceTheyAreSent() {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 5));
		this.shop.hold("order-2", Map.of(product, 4));
		// As if the catalogue loaded now had six pieces.
		this.jdbcClient.sql("update product set stock = 0, supply = 6, owed = 3 where id = ?").param(product).update();
		this.shop.fulfil("order-1");
		assertThat(books(product)).isEqualTo("0 in stock, 1 supplied, 3 owed");
		this.shop.fulfil("order-2");
		assertThat(books(product)).isEqualTo("0 in stock, 0 supplied, 0 owed");
	}

	@Test
	void aProductThatIsGoneNeedsNothingSettled() {
		String gone = this.products.get(0);
		String other = this.products.get(1);
		this.shop.hold("order-1", Map.of(gone, 5, other, 2));
		this.jdbcClient.sql("update reservation_line set product = 'gone' where product = ?").param(gone).update();
		assertThat(this.shop.fulfil("order-1").status()).isEqualTo(204);
		assertThat(supply(other)).isEqualTo(PLENTY - 2);
		assertThat(supply(gone)).isEqualTo(PLENTY);
	}

	@Test
	void aProductThatIsGoneNeedsNothingGivenBack() {
		String product = this.products.getFirst();
		this.shop.hold("order-1", Map.of(product, 5));
		this.jdbcClient.sql("update reservation_line set product = 'gone'").update();
		assertThat(this.shop.hold("order-1", Map.of("gone", 5)).status()).isEqualTo(200);
		assertThat(this.shop.release("order-1").status()).isEqualTo(204);
	}

	@Test
	void whoeverLooksAtProductsDoesNotWaitForBuyers() throws Exception {
		String product = this.products.getFirst();
		try (Connection connection = DriverManager.getConnection(this.database.getJdbcUrl(),
				this.database.getUsername(), this.database.getPassword())) {
			connection.setAutoCommit(false);
			connection.createStatement().execute("update product set stock = stock where id = '" + product + "'");
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				List<Future<Answer>> waiting = IntStream.range(0, 40)
					.mapToObj((i) -> threads.submit(() -> this.shop.hold("waiting-" + i, Map.of(product, 1))))
					.toList();
				await().until(() -> this.jdbcClient
					.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
					.query(Long.class)
					.single() == 4);
				assertThat(this.shop.stock(product)).isEqualTo(PLENTY);
				connection.rollback();
				for (Future<Answer> future : waiting) {
					assertThat(future.get().status()).isEqualTo(200);
				}
			}
		}
		assertThat(this.shop.stock(product)).isEqualTo(PLENTY - 40);
	}

	@Test
	void otherInstancesFindWhatIsInStockWithinASecond() {
		String product = this.products.getFirst();
		stock(product, 2);
		try (ConfigurableApplicationContext other = anotherInstance()) {
			Shop elsewhere = new Shop(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			assertThat(elsewhere.stock(product)).isEqualTo(2);
			assertThat(elsewhere.inStock()).contains(product);

			this.shop.hold("order-1", Map.of(product, 2));
			assertThat(elsewhere.stock(product)).isZero();
			withinASecond(() -> assertThat(elsewhere.inStock()).doesNotContain(product));
			withinASecond(() -> assertThat(this.shop.inStock()).doesNotContain(product));

			elsewhere.release("order-1");
			assertThat(this.shop.stock(product)).isEqualTo(2);
			withinASecond(() -> assertThat(this.shop.inStock()).contains(product));
			withinASecond(() -> assertThat(elsewhere.inStock()).contains(product));
		}
	}

	private static void withinASecond(ThrowingRunnable assertion) {
		await().atMost(Duration.ofSeconds(1)).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
	}

	private ConfigurableApplicationContext anotherInstance() {
		return new SpringApplicationBuilder(CatalogServiceApplication.class).run("--server.port=0",
				"--management.server.port=0", "--clickpath.catalog.location=classpath:/catalogue-small/",
				"--spring.datasource.url=" + this.database.getJdbcUrl(),
				"--spring.datasource.username=" + this.database.getUsername(),
				"--spring.datasource.password=" + this.database.getPassword(), "--spring.jmx.enabled=false");
	}

	@Test
	void listsReservationsForAudits() {
		String product = this.products.getFirst();
		List<String> orders = List.of("Z", "a", "a-1", "b", "c");
		orders.forEach((order) -> this.shop.hold(order, Map.of(product, 1)));
		this.shop.release("a");
		this.shop.fulfil("c");
		JsonNode first = this.shop.get("/reservations?state=held&limit=2").json();
		assertThat(orders(first)).containsExactly("Z", "a-1");
		assertThat(first.get("reservations").get(0).get("heldAt").asString()).endsWith("Z");
		JsonNode rest = this.shop.get("/reservations?state=held&limit=2&after=" + first.get("next").asString()).json();
		assertThat(orders(rest)).containsExactly("b");
		assertThat(rest.has("next")).isFalse();
		assertThat(orders(this.shop.get("/reservations?state=released").json())).containsExactly("a");
		assertThat(orders(this.shop.get("/reservations?state=fulfilled").json())).containsExactly("c");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"lines":[]}                                                                     | lines
			{}                                                                               | lines
			{"lines":null}                                                                   | lines
			{"lines":[null]}                                                                 | lines[0]
			{"lines":[{"product":"p","quantity":0}]}                                         | lines[0].quantity
			{"lines":[{"product":"p","quantity":100}]}                                       | lines[0].quantity
			{"lines":[{"product":"p","quantity":-1}]}                                        | lines[0].quantity
			{"lines":[{"product":"p"}]}                                                      | lines[0].quantity
			{"lines":[{"quantity":1}]}                                                       | lines[0].product
			{"lines":[{"product":"","quantity":1}]}                                          | lines[0].product
			{"lines":[{"product":"p\\u0000","quantity":1}]}                                  | lines[0].product
			{"lines":[{"product":"p","quantity":1},{"product":"p","quantity":1}]}            | lines[1].product
			""")
	void aBadLineIsNamed(String body, String field) {
		Answer refused = this.shop.put("/reservations/order-1", body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.problem()).isEqualTo("invalid-body");
		assertThat(refused.json().get("field").asString()).isEqualTo(field);
		assertThat(refused.json().get("detail").asString()).startsWith("The field " + field + " must");
		assertThat(this.shop.get("/reservations/order-1").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "no json", "[]", "{\"lines\":{}}", "{\"lines\":[{\"product\":\"p\",\"quantity\":1.5}]}",
					"{\"lines\":[{\"product\":\"p\",\"quantity\":99999999999}]}" })
	void aBodyThatIsNoReservationIsAProblem(String body) {
		Answer refused = this.shop.put("/reservations/order-1", body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.problem()).isEqualTo("invalid-body");
	}

	@Test
	void aBodyWithoutAnEndIsNotRead() {
		Answer refused = this.shop.put("/reservations/order-1", "{\"lines\":[" + " ".repeat(200_000) + "]}");
		assertThat(refused.status()).isEqualTo(413);
		assertThat(refused.problem()).isEqualTo("body-too-large");
	}

	@Test
	void anOrderHasAPlainId() {
		String product = this.products.getFirst();
		assertThat(this.shop.hold("order_1", Map.of(product, 1)).problem()).isEqualTo("invalid-parameter");
		assertThat(this.shop.release("x".repeat(65)).problem()).isEqualTo("invalid-parameter");
		assertThat(this.shop.fulfil("order_1").problem()).isEqualTo("invalid-parameter");
		assertThat(this.shop.hold(UUID.randomUUID().toString(), Map.of(product, 1)).status()).isEqualTo(200);
		assertThat(this.shop.get("/reservations?after=%20").problem()).isEqualTo("invalid-parameter");
		assertThat(this.shop.get("/reservations?limit=1001").problem()).isEqualTo("invalid-parameter");
		assertThat(this.shop.get("/reservations?state=lost").problem()).isEqualTo("invalid-parameter");
	}

	@Test
	void describesItself() {
		JsonNode paths = this.shop.get("/openapi").json().get("paths");
		assertThat(paths.propertyNames()).contains("/reservations", "/reservations/{order}",
				"/reservations/{order}/fulfilment");
		assertThat(paths.get("/reservations/{order}").propertyNames()).contains("put", "delete", "get");
	}

	private void stock(String product, int stock) {
		this.jdbcClient.sql("update product set stock = ?, supply = ? where id = ?")
			.params(stock, stock, product)
			.update();
	}

	private int supply(String product) {
		return this.jdbcClient.sql("select supply from product where id = ?")
			.param(product)
			.query(Integer.class)
			.single();
	}

	private String books(String product) {
		return this.jdbcClient
			.sql("select format('%s in stock, %s supplied, %s owed', stock, supply, owed) from product where id = ?")
			.param(product)
			.query(String.class)
			.single();
	}

	/** What all orders of a state have together, as an audit sees it. */
	private Map<String, Integer> quantities(String state) {
		Map<String, Integer> all = new TreeMap<>();
		this.shop.get("/reservations?limit=1000&state=" + state)
			.json()
			.get("reservations")
			.valueStream()
			.forEach((reservation) -> quantities(reservation)
				.forEach((product, quantity) -> all.merge(product, quantity, Integer::sum)));
		return all;
	}

	private static Map<String, Integer> quantities(JsonNode reservation) {
		return reservation.get("lines")
			.valueStream()
			.collect(
					Collectors.toMap((line) -> line.get("product").asString(), (line) -> line.get("quantity").asInt()));
	}

	private static List<String> orders(JsonNode page) {
		return page.get("reservations")
			.valueStream()
			.map((reservation) -> reservation.get("order").asString())
			.toList();
	}

	private static List<Callable<Answer>> copies(int count, Callable<Answer> request) {
		return IntStream.range(0, count).mapToObj((i) -> request).toList();
	}

}
