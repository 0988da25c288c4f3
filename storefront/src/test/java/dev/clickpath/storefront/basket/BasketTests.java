package dev.clickpath.storefront.basket;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

class BasketTests extends RunningStorefront {

	private static final Money PRICE = new Money(1_000, "USD");

	private final String visitor = "basket_" + UUID.randomUUID();

	@Autowired
	private Baskets baskets;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Test
	void aBasketIsFilledChangedAndEmptied() {
		HttpResponse<String> added = add("k10", "2");
		assertThat(added.statusCode()).isEqualTo(303);
		assertThat(added.headers().firstValue("Location")).contains("/basket");
		assertThat(cookie(added)).startsWith("basket-count=2;");
		assertThat(page()).contains("Kettle No. 10", "2 things", "€90.90");
		change("k10", "5");
		assertThat(page()).contains("5 things", "€227.25");
		assertThat(cookie(change("k10", "0"))).startsWith("basket-count=0;");
		assertThat(page()).contains("Your basket is empty").doesNotContain("/basket/items/k10");
		assertThat(this.baskets.lines(this.visitor)).isEmpty();
	}

	@Test
	void aBasketHoldsNoMoreThanThereIs() {
		assertThat(add("k3", "2").headers().firstValue("Location")).contains("/basket");
		assertThat(add("k3", "2").headers().firstValue("Location")).contains("/basket?notice=limited");
		assertThat(this.baskets.lines(this.visitor)).containsExactly(new BasketLine("k3", 3, new Money(4_993, "USD")));
		assertThat(change("k3", "50").headers().firstValue("Location")).contains("/basket?notice=limited");
		assertThat(this.baskets.count(this.visitor)).isEqualTo(3);
		assertThat(get("/basket?notice=limited", "Cookie", cookie()).body())
			.contains("There are not that many in stock");
	}

	@Test
	void whatIsSoldOutIsNotAdded() {
		assertThat(add("k2", "1").headers().firstValue("Location")).contains("/basket?notice=sold-out");
		assertThat(this.baskets.lines(this.visitor)).isEmpty();
	}

	@Test
	void whatIsNotSoldCannotBeAdded() {
		assertThat(add("nope", "1").statusCode()).isEqualTo(404);
		assertThat(post("/basket/items", Map.of("quantity", "1"), "Cookie", cookie()).statusCode()).isEqualTo(400);
	}

	@Test
	void aHundredDifferentProductsAreEnough() {
		for (int i = 0; i < Baskets.MOST_LINES; i++) {
			assertThat(this.baskets.add(this.visitor, "p" + i, 1, 99, PRICE)).isEqualTo(BasketChange.DONE);
		}
		assertThat(this.baskets.add(this.visitor, "p100", 1, 99, PRICE)).isEqualTo(BasketChange.FULL);
		assertThat(this.baskets.add(this.visitor, "p7", 1, 99, PRICE)).isEqualTo(BasketChange.DONE);
		assertThat(this.baskets.count(this.visitor)).isEqualTo(101);
	}

	@Test
	void clicksAtTheSameTimeAreAllCounted() throws Exception {
		List<Callable<BasketChange>> clicks = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			clicks.add(() -> this.baskets.add(this.visitor, "k40", 1, 99, PRICE));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (var click : threads.invokeAll(clicks)) {
				assertThat(click.get()).isEqualTo(BasketChange.DONE);
			}
		}
		assertThat(this.baskets.lines(this.visitor)).containsExactly(new BasketLine("k40", 20, PRICE));
	}

	@Test
	void anotherVisitorsBasketIsNotSeen() {
		add("k10", "1");
		assertThat(get("/basket", "Cookie", "visitor=" + VISITOR).body()).doesNotContain("/basket/items/k10");
	}

	@Test
	void whatIsAddedWhileItsVisitorSignsInGoesToTheAccount() throws Exception {
		String account = "account_" + UUID.randomUUID();
		List<Callable<Object>> clicks = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			clicks.add(() -> this.baskets.add(this.visitor, "k10", 1, 99, PRICE));
		}
		clicks.add(10, () -> this.baskets.join(this.visitor, account));
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			for (var click : threads.invokeAll(clicks)) {
				click.get();
			}
		}
		this.baskets.add(this.visitor, "k11", 2, 99, PRICE);
		assertThat(this.baskets.lines(this.visitor)).isEmpty();
		assertThat(this.baskets.lines(account)).extracting(BasketLine::product, BasketLine::quantity)
			.containsExactlyInAnyOrder(tuple("k10", 20), tuple("k11", 2));
		this.baskets.change(this.visitor, "k10", 3);
		this.baskets.remove(this.visitor, "k11");
		assertThat(this.baskets.count(account)).isEqualTo(3);
	}

	@Test
	void whatIsBoughtIsTakenOutOfWhatIsJustBeingAdded() throws Exception {
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Future<?> taking = Objects.requireNonNull(this.transactions.execute((transaction) -> {
				this.baskets.add(this.visitor, "k10", 3, 99, PRICE);
				Future<?> taken = thread.submit(() -> this.baskets.takeOut(this.visitor, Map.of("k10", 2)));
				await().until(() -> taken.isDone() || isSomebodyWaiting());
				return taken;
			}));
			taking.get();
		}
		assertThat(this.baskets.lines(this.visitor)).containsExactly(new BasketLine("k10", 1, PRICE));
	}

	private boolean isSomebodyWaiting() {
		return this.jdbc.sql("""
				select count(*) > 0 from pg_stat_activity
				where wait_event_type = 'Lock' and wait_event = 'advisory' and query like '%pg_advisory_xact_lock%'
				""").query(Boolean.class).single();
	}

	@Test
	void theBasketOfABrowserThatHasLostItsCookieIsForgottenAndAnAccountsIsNot() {
		String account = "account_" + UUID.randomUUID();
		this.jdbc.sql("""
				insert into customer (id, name, email, email_key, password, visitor, created_at)
				values (:id, 'Ada', :account, :account, '-', :account, now())
				""").param("id", UUID.randomUUID()).param("account", account).update();
		for (String owner : List.of(this.visitor, account)) {
			this.baskets.add(owner, "k10", 1, 99, PRICE);
			this.baskets.add(owner, "k11", 1, 99, PRICE);
			this.jdbc.sql("""
					update basket_line set added_at = now() - interval '367 days'
					where visitor = :owner and product = 'k10'
					""").param("owner", owner).update();
		}
		this.baskets.run();
		assertThat(this.baskets.lines(this.visitor)).extracting(BasketLine::product).containsExactly("k11");
		assertThat(this.baskets.lines(account)).extracting(BasketLine::product).containsExactly("k11", "k10");
	}

	@Test
	void aBasketIsShownWithoutPricesThatCannotBeHad() {
		this.baskets.add(this.visitor, "gone", 2, 99, PRICE);
		assertThat(page()).contains("A product we cannot look up just now", "2 things");
	}

	@Test
	void anAdditionIsToldToTheRecommendations() {
		add("k39", "1");
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(RECOMMENDATIONS.bodies())
				.anySatisfy((body) -> assertThat(body).contains("\"type\":\"basket\"", "\"product\":\"k39\"")));
	}

	private HttpResponse<String> add(String product, String quantity) {
		return post("/basket/items", Map.of("product", product, "quantity", quantity), "Cookie", cookie());
	}

	private HttpResponse<String> change(String product, String quantity) {
		return post("/basket/items/" + product, Map.of("quantity", quantity), "Cookie", cookie());
	}

	private String page() {
		return get("/basket", "Cookie", cookie()).body();
	}

	private String cookie() {
		return "visitor=" + this.visitor;
	}

	private static String cookie(HttpResponse<String> response) {
		return response.headers().firstValue("Set-Cookie").orElseThrow();
	}

}
