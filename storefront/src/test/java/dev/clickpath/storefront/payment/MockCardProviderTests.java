package dev.clickpath.storefront.payment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clickpath.defaults.testing.TestPostgres;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.Charge.State;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MockCardProviderTests {

	private static final Money AMOUNT = new Money(2_940, "EUR");

	private static final HikariDataSource DATABASE = database();

	private final String key = UUID.randomUUID().toString();

	private final JdbcClient jdbc = JdbcClient.create(DATABASE);

	private final CardProvider provider = new MockCardProvider(this.jdbc, new PaymentProperties(Duration.ZERO));

	private static HikariDataSource database() {
		JdbcConnectionDetails details = TestPostgres.freshDatabase();
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(details.getJdbcUrl());
		config.setUsername(details.getUsername());
		config.setPassword(details.getPassword());
		HikariDataSource database = new HikariDataSource(config);
		Flyway.configure().dataSource(database).load().migrate();
		return database;
	}

	@AfterAll
	static void stop() {
		DATABASE.close();
	}

	@Test
	void aChargeIsMadeOnceForEachKey() {
		assertThat(charge(TestCard.ACCEPTED).state()).isEqualTo(State.ACCEPTED);
		assertThat(charge(TestCard.ACCEPTED).state()).isEqualTo(State.ACCEPTED);
		assertThat(charge(TestCard.DECLINED).state()).isEqualTo(State.ACCEPTED);
		assertThat(bookings()).containsExactly("CHARGED");
	}

	@Test
	void aChargeIsMadeOnceByManyAtTheSameTime() throws Exception {
		List<Callable<Charge>> all = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			all.add(() -> charge(TestCard.ACCEPTED));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
			for (var one : threads.invokeAll(all)) {
				assertThat(one.get().state()).isEqualTo(State.ACCEPTED);
			}
		}
		assertThat(bookings()).containsExactly("CHARGED");
	}

	@Test
	void aKeyBelongsToOneAmount() {
		charge(TestCard.ACCEPTED);
		CardToken card = PaymentFixture.token(TestCard.ACCEPTED);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.provider.charge(this.key, card, new Money(2_941, "EUR")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.provider.charge(this.key, card, new Money(2_940, "USD")));
	}

	@Test
	void eachCardHasItsFate() {
		assertThat(charge(TestCard.DECLINED).state()).isEqualTo(State.DECLINED);
		assertThat(bookings()).isEmpty();
	}

	@Test
	void anAnswerThatIsLostCanBeAskedFor() {
		assertThatExceptionOfType(PaymentTimeoutException.class).isThrownBy(() -> charge(TestCard.CHARGED_IN_SILENCE));
		assertThat(this.provider.find(this.key)).map(Charge::state).contains(State.ACCEPTED);
		assertThat(bookings()).containsExactly("CHARGED");
	}

	@Test
	void aQuestionThatIsLostChargesNothing() {
		assertThatExceptionOfType(PaymentTimeoutException.class).isThrownBy(() -> charge(TestCard.NEVER_CHARGED));
		assertThat(this.provider.find(this.key)).isEmpty();
		assertThat(bookings()).isEmpty();
	}

	@Test
	void whatWasChargedIsGivenBackOnce() {
		charge(TestCard.ACCEPTED);
		assertThat(this.provider.cancel(this.key).state()).isEqualTo(State.REFUNDED);
		assertThat(this.provider.cancel(this.key).state()).isEqualTo(State.REFUNDED);
		assertThat(charge(TestCard.ACCEPTED).state()).isEqualTo(State.REFUNDED);
		assertThat(bookings()).containsExactly("CHARGED", "REFUNDED");
	}

	@Test
	void aChargeThatComesAfterItsCancellationIsRefused() {
		assertThat(this.provider.cancel(this.key).state()).isEqualTo(State.CANCELLED);
		assertThat(charge(TestCard.ACCEPTED).state()).isEqualTo(State.CANCELLED);
		assertThat(bookings()).isEmpty();
	}

	@Test
	void aChargeWaitsForItsCode() {
		assertThat(charge(TestCard.SECOND_STEP)).isEqualTo(new Charge(this.key, State.WAITING, 3));
		assertThat(this.provider.confirm(this.key, "1")).isEqualTo(new Charge(this.key, State.WAITING, 2));
		assertThat(bookings()).isEmpty();
		assertThat(this.provider.confirm(this.key, MockCardProvider.CODE).state()).isEqualTo(State.ACCEPTED);
		assertThat(this.provider.confirm(this.key, "1").state()).isEqualTo(State.ACCEPTED);
		assertThat(bookings()).containsExactly("CHARGED");
	}

	@Test
	void threeWrongCodesAreTooMany() {
		charge(TestCard.SECOND_STEP);
		this.provider.confirm(this.key, "1");
		this.provider.confirm(this.key, "2");
		assertThat(this.provider.confirm(this.key, "3").state()).isEqualTo(State.DECLINED);
		assertThat(this.provider.confirm(this.key, MockCardProvider.CODE).state()).isEqualTo(State.DECLINED);
	}

	@Test
	void aWaitingChargeCanBeCancelled() {
		charge(TestCard.SECOND_STEP);
		assertThat(this.provider.cancel(this.key).state()).isEqualTo(State.CANCELLED);
		assertThat(this.provider.confirm(this.key, MockCardProvider.CODE).state()).isEqualTo(State.CANCELLED);
		assertThat(bookings()).isEmpty();
	}

	@Test
	void aTokenTellsNothingOfTheCardButItsLastDigits() {
		CardToken token = PaymentFixture.token(TestCard.ACCEPTED);
		assertThat(token.lastFour()).isEqualTo("0012");
		assertThat(token.value()).doesNotContain(TestCard.ACCEPTED.number());
		assertThat(token.value()).isNotEqualTo(PaymentFixture.token(TestCard.ACCEPTED).value());
	}

	private Charge charge(TestCard card) {
		return this.provider.charge(this.key, PaymentFixture.token(card), AMOUNT);
	}

	private List<String> bookings() {
		return this.jdbc.sql("select kind from payment_provider.booking where key = :key order by id")
			.param("key", this.key)
			.query((row, number) -> row.getString(1))
			.list();
	}

}
