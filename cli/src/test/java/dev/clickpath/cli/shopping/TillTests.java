package dev.clickpath.cli.shopping;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.clickpath.cli.shopping.Till.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TillTests {

	private static final String KETTLE = "/products/kettle/red-kettle";

	private final StandInShop shop = new StandInShop();

	private final HttpClient client = Browser.client();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Till till = new Till(
			new Browser(this.client, this.shop.address(), "198.18.0.1", Duration.ofSeconds(20)), this.threads);

	private final Receipt receipt = new Receipt("key-1", "accepted");

	@AfterEach
	void close() {
		this.threads.close();
		this.client.close();
		this.shop.close();
	}

	@Test
	void registersAndWhoIsKnownAlreadySignsIn() throws NoAnswerException {
		this.till.register("a@shoppers.example", "secret");
		this.till.register("a@shoppers.example", "secret");
		assertThat(this.shop.posts()).hasSize(3);
		assertThat(this.shop.posts().get(0)).startsWith("/register {_csrf=t, return=/, email=a@shoppers.example");
		assertThat(this.shop.posts().get(2)).startsWith("/sign-in {_csrf=t, return=/, email=a@shoppers.example");
	}

	@Test
	void fillsAndEmptiesTheBasket() throws NoAnswerException {
		this.till.add(KETTLE, 2);
		assertThat(this.shop.basket()).isEqualTo(Map.of("kettle", "2"));
		this.till.add("/products/sold-out", 1);
		this.till.emptyBasket();
		assertThat(this.shop.basket()).isEmpty();
		assertThat(this.till.checkout(Card.ACCEPTED)).isEmpty();
	}

	@Test
	void fillsInTheWholeForm() throws NoAnswerException {
		Form form = form(Card.DECLINED);
		assertThat(this.till.key(form)).isEqualTo("key-1");
		assertThat(form.fields()).containsEntry("_csrf", "t")
			.containsEntry("seen", "s")
			.containsEntry("country", "DE")
			.containsEntry("delivery", "standard")
			.containsEntry("card-number", "9999000000000020");
	}

	@Test
	void seesAnOrderConfirmedAndCancelled() throws NoAnswerException {
		assertThat(this.till.send(form(Card.ACCEPTED), this.receipt)).isEqualTo(State.CONFIRMED);
		assertThat(this.receipt.orders()).containsExactly(StandInShop.ORDER);
		assertThat(this.receipt.isConfirmed()).isTrue();
		assertThat(this.receipt.isAskedToCancel()).isFalse();
		assertThat(this.till.cancel(this.receipt)).isEqualTo(State.CANCELLED);
		assertThat(this.receipt.isAskedToCancel()).isTrue();
		assertThat(this.receipt.isCancelled()).isTrue();
	}

	@Test
	void seesThatAFormWasRefused() throws NoAnswerException {
		this.shop.state("REFUSED");
		assertThat(this.till.send(form(Card.DECLINED), this.receipt)).isEqualTo(State.REFUSED);
		assertThat(this.receipt.isRefused()).isTrue();
		assertThat(this.receipt.orders()).isEmpty();
	}

	@Test
	void looksAgainUntilTheShopHasDoneWhatItCan() throws Exception {
		this.shop.state("RESERVED");
		assertThat(this.till.send(form(Card.CHARGED_IN_SILENCE), this.receipt)).isEqualTo(State.PENDING);
		assertThat(this.receipt.isConfirmed()).isFalse();
		this.shop.state("RELEASED");
		assertThat(this.till.settled(State.PENDING, this.receipt)).isEqualTo(State.REFUSED);
	}

	@Test
	void entersTheBanksCode() throws NoAnswerException {
		this.shop.state("WAITING");
		assertThat(this.till.send(form(Card.SECOND_STEP), this.receipt)).isEqualTo(State.CODE_WANTED);
		assertThat(this.till.enter(Till.WRONG_CODE, this.receipt)).isEqualTo(State.CODE_WANTED);
		assertThat(this.till.enter(Till.CODE, this.receipt)).isEqualTo(State.CONFIRMED);
	}

	@Test
	void sendsAFormSeveralTimesAtOnce() throws NoAnswerException {
		assertThat(this.till.sendOften(form(Card.ACCEPTED), this.receipt, 5)).isEqualTo(State.CONFIRMED);
		assertThat(this.shop.posts()).filteredOn((post) -> post.startsWith("/checkout")).hasSize(5);
		assertThat(this.receipt.orders()).containsExactly(StandInShop.ORDER);
	}

	@Test
	void whoSentItTwiceAndWasRefusedMakesSure() throws NoAnswerException {
		this.shop.state("REFUSED");
		assertThat(this.till.sendOften(form(Card.ACCEPTED), this.receipt, 2)).isEqualTo(State.REFUSED);
		assertThat(this.shop.posts()).filteredOn((post) -> post.startsWith("/checkout")).hasSize(3);
		assertThat(this.receipt.isRefused()).isTrue();
	}

	private Form form(Card card) throws NoAnswerException {
		this.till.add(KETTLE, 1);
		return this.till.checkout(card).orElseThrow();
	}

}
