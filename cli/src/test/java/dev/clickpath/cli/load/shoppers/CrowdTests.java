package dev.clickpath.cli.load.shoppers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.accounting.Outcome;
import dev.clickpath.cli.load.accounting.PageKind;
import dev.clickpath.cli.load.browsing.Target;
import dev.clickpath.cli.load.visits.Pauses;
import dev.clickpath.cli.load.visits.Plan;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CrowdTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** Much more than it takes on any machine. */
	private static final Duration LENGTH = Duration.ofSeconds(60);

	/** Quick people, of whom some get as far as the checkout. */
	private final Plan plan = Plan.ofRate(20, new Pauses(Duration.ofMillis(40)), LENGTH, 7);

	/** Lets them come until that has been seen. */
	private Outcome come(Target target, Predicate<Outcome> enough) throws InterruptedException {
		Ledger ledger = new Ledger(System::nanoTime, TimeUnit.SECONDS.toNanos(1));
		try (Crowd crowd = new Crowd(target, ledger, PATIENCE, List.of("kettle", "spoon"), "t", LENGTH)) {
			Thread watch = Thread.ofVirtual().start(() -> {
				Awaitility.await().atMost(LENGTH).until(() -> enough.test(ledger.outcome()));
				crowd.stop();
			});
			crowd.come(this.plan);
			watch.join();
		}
		assertThat(ledger.about()).as("all have left").isZero();
		return ledger.outcome();
	}

	private Outcome come(StubShop.Fault fault) throws InterruptedException {
		try (StubShop shop = new StubShop(fault)) {
			return come(shop.target(), (outcome) -> outcome.failed() > 0);
		}
	}

	@Test
	void looksAroundSearchesBuysAndComesBack() throws InterruptedException {
		try (StubShop shop = new StubShop(StubShop.Fault.NONE)) {
			Outcome outcome = come(shop.target(),
					(soFar) -> soFar.bought() > 1 && soFar.latencies().containsKey(PageKind.NARROWED)
							&& soFar.latencies().containsKey(PageKind.ORDERS));
			assertThat(outcome.examples()).isEmpty();
			assertThat(outcome.failed()).isZero();
			assertThat(outcome.latencies()).containsKeys(PageKind.HOME, PageKind.DEPARTMENT, PageKind.SEARCH,
					PageKind.NARROWED, PageKind.PRODUCT, PageKind.ADDING, PageKind.REGISTER, PageKind.CHECKOUT);
			assertThat(outcome.bought()).isPositive();
			long visitors = shop.asked().stream().filter("POST /register"::equals).count();
			assertThat(visitors).as("nobody registers twice").isEqualTo(shop.names().size());
		}
	}

	@Test
	void seesThatAProductIsAnotherOneThanItsLinkSays() throws InterruptedException {
		Outcome outcome = come(StubShop.Fault.MIXES_PRODUCTS_UP);
		assertThat(outcome.failures()).as(outcome.examples().toString()).containsOnlyKeys(Failure.WRONG_CONTENT);
	}

	@Test
	void seesThatABasketDoesNotHoldWhatWasPutIntoIt() throws InterruptedException {
		assertThat(come(StubShop.Fault.LOSES_BASKETS).failures()).containsOnlyKeys(Failure.WRONG_BASKET);
	}

	@Test
	void seesAnotherPersonsName() throws InterruptedException {
		assertThat(come(StubShop.Fault.MIXES_NAMES_UP).failures()).containsOnlyKeys(Failure.WRONG_PERSON);
	}

	@Test
	void seesThatASearchWasForSomethingElse() throws InterruptedException {
		assertThat(come(StubShop.Fault.SEARCHES_FOR_SOMETHING_ELSE).failures()).containsOnlyKeys(Failure.WRONG_CONTENT);
	}

	@Test
	void leavesAtOnceWhenItIsTold() throws InterruptedException {
		Ledger ledger = new Ledger(System::nanoTime, TimeUnit.SECONDS.toNanos(1));
		try (StubShop shop = new StubShop(StubShop.Fault.NONE);
				Crowd crowd = new Crowd(shop.target(), ledger, PATIENCE, List.of("kettle"), "t", Duration.ofHours(1))) {
			crowd.stop();
			crowd.come(Plan.ofUsers(10, new Pauses(Duration.ofMinutes(1)), Duration.ofHours(1), 1));
		}
		assertThat(ledger.outcome().requests()).isZero();
	}

	@Test
	void whoFoundNoRoomUntilItWasOverIsCounted() throws InterruptedException {
		Duration brief = Duration.ofMillis(500);
		Plan plan = Plan.ofRate(100, new Pauses(Duration.ofSeconds(1)), brief, 1);
		Ledger ledger = new Ledger(System::nanoTime, TimeUnit.SECONDS.toNanos(1));
		try (StubShop shop = new StubShop(StubShop.Fault.NONE);
				Crowd crowd = new Crowd(shop.target(), ledger, PATIENCE, List.of("kettle"), "t", brief, 1)) {
			crowd.come(plan);
		}
		Outcome outcome = ledger.outcome();
		assertThat(outcome.mostAbout()).isOne();
		assertThat(outcome.outside()).isPositive();
		assertThat(outcome.visits() + outcome.outside()).as("nobody is lost").isEqualTo(plan.stream().count());
	}

	@Test
	void findsOutWhatCanBeSearchedFor() {
		try (StubShop shop = new StubShop(StubShop.Fault.NONE)) {
			assertThat(Scout.words(shop.target(), PATIENCE)).containsExactlyInAnyOrder("kettle", "teapot", "spoon");
		}
	}

	@Test
	void doesNotLetThemIntoWhatIsNoShop() {
		StubShop closed = new StubShop(StubShop.Fault.NONE);
		closed.close();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Scout.words(closed.target(), PATIENCE))
			.withMessageContaining("is no shop that works")
			.withMessageEndingWith("see ./clickpath status and logs.");
	}

}
