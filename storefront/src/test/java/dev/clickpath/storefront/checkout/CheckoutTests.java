package dev.clickpath.storefront.checkout;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.storefront.payment.TestCard;
import dev.clickpath.storefront.testing.RunningStorefront;
import dev.clickpath.storefront.testing.SmallCatalogue;
import dev.clickpath.storefront.testing.StubReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CheckoutTests extends RunningStorefront {

	private static final StubReservations STOCK = new StubReservations();

	@Autowired
	private JdbcClient jdbc;

	private Shopper shopper;

	@BeforeEach
	void stock() {
		STOCK.forget();
		STOCK.at(CATALOGUE);
		// Nobody else opens so many accounts from one place.
		this.jdbc.sql("delete from attempt").update();
		this.shopper = new Shopper(browser());
	}

	@AfterEach
	void nothingIsHeldWithoutAnOrder() {
		List<String> holding = this.jdbc
			.sql("select id::text from orders where state in ('WAITING', 'PLACED', 'PACKED')")
			.query((row, number) -> row.getString(1))
			.list();
		assertThat(holding).containsAll(STOCK.held().keySet());
	}

	@Test
	void whoeverIsNotSignedInIsLedThereAndBack() {
		HttpResponse<String> led = browser().open("/checkout");
		assertThat(led.statusCode()).isEqualTo(303);
		assertThat(led.headers().firstValue("Location")).contains("/sign-in?return=%2Fcheckout");
	}

	@Test
	void whoBoughtAProductReviewsItAsBoughtHere() {
		this.shopper.puts("k5", 1);
		this.shopper.sends(this.shopper.form(TestCard.ACCEPTED));
		this.shopper.browser.open("/products/k5/kettle-5/reviews/own");
		assertThat(this.shopper.browser
			.send("/products/k5/kettle-5/reviews/own", "stars", "5", "text", "Bought and boiled.", "name", "Alma")
			.statusCode()).isEqualTo(303);
		assertThat(CATALOGUE.bodies())
			.anyMatch((body) -> body.contains("Bought and boiled.") && body.contains("\"bought\":true"));
	}

	@Test
	void aBasketBecomesAnOrder() {
		this.shopper.puts("k10", 2).puts("k20", 1);
		assertThat(this.shopper.browser.open("/basket").body()).contains("href=\"/checkout\"");
		HttpResponse<String> answer = this.shopper.sends(this.shopper.form(TestCard.ACCEPTED));
		assertThat(answer.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("basket-count=0"));
		String page = this.shopper.follows(answer).body();
		assertThat(page).contains("Thank you, your order is placed", "Kettle No. 10", "Card ending in 0012",
				"Lindenstraße 7", "Cancel the order");
		assertThat(this.shopper.browser.open("/basket").body()).contains("Your basket is empty");
		assertThat(this.shopper.browser.open("/orders").body()).contains("1 order", path(answer));
		assertThat(STOCK.held().get(id(answer))).isEqualTo(Map.of("k10", 2, "k20", 1));
	}

	@Test
	void aPurchaseIsToldToTheRecommendations() {
		this.shopper.puts("k38", 1).sends(this.shopper.form(TestCard.ACCEPTED));
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(RECOMMENDATIONS.bodies())
				.anySatisfy((body) -> assertThat(body).contains("\"type\":\"purchase\"", "\"product\":\"k38\"")));
	}

	@Test
	void aPurchaseIsToldOfTheTimeOfTheOrderThoughNobodyHeardItAtFirst() {
		RECOMMENDATIONS.fail();
		this.shopper.puts("k37", 1).sends(this.shopper.form(TestCard.ACCEPTED));
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.jdbc.sql("select coalesce(max(tries), 0)::integer from untold_purchase")
				.query(Integer.class)
				.single() > 0);
		RECOMMENDATIONS.recover();
		String ordered = this.jdbc
			.sql("select o.received_at from orders o join order_line l on l.order_id = o.id where l.product = 'k37'")
			.query((row, number) -> row.getTimestamp(1).toInstant().toString())
			.single();
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(RECOMMENDATIONS.bodies()).anySatisfy((body) -> assertThat(body)
				.contains("\"type\":\"purchase\"", "\"product\":\"k37\"", "\"at\":\"" + ordered + "\"")));
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(
					this.jdbc.sql("select count(*)::integer from untold_purchase").query(Integer.class).single())
				.isZero());
	}

	@Test
	void whoOrdersTooOftenIsToldToWait() {
		this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.ACCEPTED));
		this.jdbc
			.sql("""
					insert into orders (id, customer, visitor, form_key, form_digest, state, reason, currency, total, delivery,
						delivery_day, delivery_price, region, address, card_token, card_last_four)
					select gen_random_uuid(), o.customer, o.visitor, gen_random_uuid(), '-', 'DECLINED', 'DECLINED', o.currency,
						o.total, o.delivery, o.delivery_day, o.delivery_price, o.region, o.address, o.card_token, o.card_last_four
					from (select * from orders order by received_at desc limit 1) o, generate_series(1, 500)
					""")
			.update();
		this.shopper.puts("k20", 1);
		HttpResponse<String> answer = this.shopper.sends(this.shopper.form(TestCard.ACCEPTED));
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.body()).contains("You have placed very many orders lately.");
		assertThat(this.shopper.browser.open("/basket").body()).contains("/basket/items/k20");
	}

	@Test
	void theSameFormSentTenTimesMakesOneOrder() throws Exception {
		Map<String, String> form = this.shopper.puts("k10", 2).form(TestCard.ACCEPTED);
		List<Callable<HttpResponse<String>>> clicks = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			clicks.add(() -> this.shopper.sends(form));
		}
		Set<String> pages = new TreeSet<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
			for (var click : threads.invokeAll(clicks)) {
				assertThat(click.get().statusCode()).isEqualTo(303);
				pages.add(path(click.get()));
			}
		}
		assertThat(pages).hasSize(1);
		assertThat(path(this.shopper.sends(form))).isEqualTo(pages.iterator().next());
		assertThat(this.shopper.browser.open("/orders").body()).contains("1 order");
		assertThat(STOCK.held()).hasSize(1);
	}

	@Test
	void aFormWhoseTwinHasOrderedEverythingMeanwhileLeadsToThatOrder() {
		Map<String, String> form = this.shopper.puts("k10", 2).form(TestCard.ACCEPTED);
		AtomicReference<HttpResponse<String>> twin = new AtomicReference<>();
		AtomicBoolean first = new AtomicBoolean(true);
		CATALOGUE.on("/products", (uri) -> {
			if (!first.getAndSet(false)) {
				return SmallCatalogue.summaries(uri);
			}
			twin.set(this.shopper.sends(form));
			return List.of();
		});
		HttpResponse<String> answer = this.shopper.sends(form);
		CATALOGUE.on("/products", SmallCatalogue::summaries);
		assertThat(path(answer)).isEqualTo(path(twin.get())).startsWith("/orders/");
		assertThat(STOCK.held()).hasSize(1);
	}

	@Test
	void theSameFormWithOtherContentsIsShownAgain() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		this.shopper.sends(form);
		this.shopper.puts("k10", 3);
		form.put("seen", "another");
		HttpResponse<String> answer = this.shopper.sends(form);
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("This form has made an order already", "Lindenstraße 7")
			.doesNotContain(form.get("key"));
		assertThat(this.shopper.browser.open("/orders").body()).contains("1 order");
	}

	@ParameterizedTest
	@CsvSource({ "DECLINED, Your bank declined the payment", "UNCOVERED, The card does not cover",
			"NEVER_CHARGED, Your bank did not answer" })
	void whatTheBankRefusesIsToldAndAnotherCardMayBeTried(TestCard card, String words) {
		HttpResponse<String> refused = this.shopper.puts("k10", 1).sends(this.shopper.form(card));
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains(words, "Lindenstraße 7").doesNotContain(card.number() + "\"");
		assertThat(STOCK.held()).isEmpty();
		HttpResponse<String> again = this.shopper.sends(Shopper.filled(refused.body(), TestCard.ACCEPTED));
		assertThat(this.shopper.follows(again).body()).contains("Thank you");
	}

	@Test
	void aLostAnswerOfTheBankIsAskedFor() {
		HttpResponse<String> answer = this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.CHARGED_IN_SILENCE));
		assertThat(this.shopper.follows(answer).body()).contains("Thank you");
	}

	@Test
	void aSecondStepIsTakenOnAPageOfItsOwn() {
		HttpResponse<String> answer = this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.SECOND_STEP));
		assertThat(path(answer)).endsWith("/code");
		assertThat(this.shopper.follows(answer).body()).contains("Your bank wants to be sure");
		HttpResponse<String> wrong = this.shopper.browser.send(path(answer), "code", "000000");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("2 more tries");
		assertThat(this.shopper.follows(this.shopper.browser.send(path(answer), "code", "123456")).body())
			.contains("Thank you");
	}

	@Test
	void aSecondStepMayBeGivenUp() {
		HttpResponse<String> answer = this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.SECOND_STEP));
		String order = path(answer).replace("/code", "");
		this.shopper.follows(answer);
		assertThat(this.shopper.follows(this.shopper.browser.send(order + "/give-up")).body())
			.contains("The order was given up", "Try again");
		assertThat(STOCK.held()).isEmpty();
		assertThat(this.shopper.browser.open("/basket").body()).contains("/basket/items/k10");
	}

	@Test
	void anOrderIsCancelledUntilItIsPacked() {
		HttpResponse<String> answer = this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.ACCEPTED));
		this.shopper.follows(answer);
		assertThat(this.shopper.follows(this.shopper.browser.send(path(answer) + "/cancel")).body())
			.contains("Your order is cancelled")
			.doesNotContain("/cancel\"");
		assertThat(STOCK.held()).isEmpty();
	}

	@Test
	void theWorkerSendsAnOrderOnItsWay() {
		HttpResponse<String> answer = this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.ACCEPTED));
		for (String heading : List.of("Your order is packed", "Your order is on its way", "Your order has arrived")) {
			this.jdbc.sql("update orders set due_at = now() where id = cast(:id as uuid)")
				.param("id", id(answer))
				.update();
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(this.shopper.browser.open(path(answer)).body()).contains(heading));
		}
		assertThat(STOCK.sent()).containsExactly(id(answer));
	}

	@Test
	void anothersOrderIsMissing() {
		HttpResponse<String> answer = this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.SECOND_STEP));
		String order = path(answer).replace("/code", "");
		Shopper other = new Shopper(browser());
		assertThat(other.browser.open(order).statusCode()).isEqualTo(404);
		assertThat(other.browser.open(order + "/code").statusCode()).isEqualTo(404);
		assertThat(other.browser.send(order + "/code", "code", "123456").statusCode()).isEqualTo(404);
		assertThat(other.browser.send(order + "/cancel").statusCode()).isEqualTo(404);
		assertThat(other.browser.send(order + "/give-up").statusCode()).isEqualTo(404);
		assertThat(other.browser.open("/orders").body()).contains("No orders yet");
		assertThat(other.browser.open("/orders/nonsense").statusCode()).isEqualTo(404);
		assertThat(this.shopper.browser.open(order).body()).contains("Your bank waits for a code");
	}

	@Test
	void whatIsWrongIsSaidAtItsFieldAndAllButTheCardIsKept() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		form.putAll(Map.of("postcode", "1", "card-number", "9999 0000 0000 0013", "card-expiry", "01/20", "card-code",
				"x", "city", "<Berlin>"));
		HttpResponse<String> answer = this.shopper.sends(form);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body())
			.contains("Postcodes there look like 10115", "There is a slip in this number",
					"This card is good no longer", "The code has three or four digits", "&lt;Berlin&gt;",
					form.get("key"), "Lindenstraße 7")
			.doesNotContain("0013", "01/20");
		assertThat(STOCK.held()).isEmpty();
	}

	@Test
	void onlyTestCardsAreTaken() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		form.put("card-number", "4000000000000002");
		assertThat(this.shopper.sends(form).body()).contains("one of the test cards below, never a real one");
	}

	@Test
	void anAddressElsewhereIsToldWhatToChoose() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		form.putAll(Map.of("country", "US", "postcode", "10001", "state", "New York"));
		HttpResponse<String> answer = this.shopper.sends(form);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("We deliver there from another region", "United States");
	}

	@Test
	void deliveryThatIsNotOfferedIsChosenAgain() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		form.put("delivery", "express.2020-01-01.1.EUR");
		HttpResponse<String> answer = this.shopper.sends(form);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("What we can offer has changed meanwhile");
	}

	@Test
	void aBasketThatChangedMeanwhileIsShownAgain() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		this.shopper.puts("k20", 1);
		HttpResponse<String> answer = this.shopper.sends(form);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("have changed since you opened this page", "Kettle No. 20");
		assertThat(STOCK.held()).isEmpty();
		assertThat(this.shopper.follows(this.shopper.sends(Shopper.filled(answer.body(), TestCard.ACCEPTED))).body())
			.contains("Thank you");
	}

	@Test
	void aPriceThatChangedIsPointedOut() {
		this.shopper.puts("k10", 1);
		this.jdbc.sql("update basket_line set price = 4000, price_currency = 'USD' where product = 'k10'").update();
		assertThat(this.shopper.browser.open("/basket").body()).contains("when you added it");
		assertThat(this.shopper.browser.open("/checkout").body()).contains("when you added it, now it is");
	}

	@Test
	void whatIsTooFewIsToldAndNothingIsCharged() {
		Map<String, String> form = this.shopper.puts("k10", 2).form(TestCard.ACCEPTED);
		STOCK.onlyLeft("k10", 1);
		HttpResponse<String> answer = this.shopper.sends(form);
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("Somebody was quicker");
		String orders = this.shopper.browser.open("/orders").body();
		assertThat(orders).contains("The order could not be placed");
		assertThat(this.jdbc
			.sql("select count(*) from payment_provider.booking where key in "
					+ "(select id::text from orders where form_key = cast(:key as uuid))")
			.param("key", form.get("key"))
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void soldOutLinesStayInTheBasket() {
		this.shopper.puts("k10", 1);
		this.jdbc
			.sql("insert into basket_line (visitor, product, quantity) "
					+ "select visitor, 'k2', 1 from basket_line where product = 'k10' on conflict do nothing")
			.update();
		assertThat(this.shopper.browser.open("/checkout").body()).contains("is not part of the order");
		this.shopper.sends(this.shopper.form(TestCard.ACCEPTED));
		assertThat(this.shopper.browser.open("/basket").body()).contains("/basket/items/k2")
			.doesNotContain("/basket/items/k10");
	}

	@Test
	void anEmptyBasketIsToldSo() {
		assertThat(this.shopper.browser.open("/checkout").body()).contains("Your basket is empty", "Put something");
	}

	@Test
	void nothingIsOrderedWhileTheCatalogueIsDown() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		CATALOGUE.fail();
		HttpResponse<String> down = this.shopper.sends(form);
		assertThat(down.statusCode()).isEqualTo(503);
		assertThat(down.body()).contains("We cannot check prices and stock just now", "Lindenstraße 7");
		CATALOGUE.recover();
		assertThat(this.shopper.follows(this.shopper.sends(form)).body()).contains("Thank you");
	}

	@Test
	void aFormWithoutAKeyIsShownAgain() {
		Map<String, String> form = this.shopper.puts("k10", 1).form(TestCard.ACCEPTED);
		form.put("key", "nonsense");
		assertThat(this.shopper.sends(form).statusCode()).isEqualTo(422);
		assertThat(STOCK.held()).isEmpty();
	}

	@Test
	void noCardNumberIsKept() {
		this.shopper.puts("k10", 1).sends(this.shopper.form(TestCard.ACCEPTED));
		List<String> tables = List.of("orders", "order_line", "order_event", "payment_provider.charge");
		assertThat(tables).allSatisfy((table) -> assertThat(this.jdbc
			.sql("select count(*) from " + table + " row where row::text like '%" + TestCard.ACCEPTED.number() + "%'")
			.query(Integer.class)
			.single()).isZero());
	}

	private static String path(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private static String id(HttpResponse<String> answer) {
		return path(answer).substring("/orders/".length());
	}

}
