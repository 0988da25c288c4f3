package dev.clickpath.storefront.payment;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.Charge.State;
import dev.clickpath.storefront.payment.TestCard.Wire;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The provider of the {@linkplain TestCard test cards}. Its books are tables of their
 * own, which nobody else writes to; each call is one statement and so holds or does not
 * hold as a whole, whatever becomes of the shop's own work.
 */
@Component
class MockCardProvider implements CardProvider {

	/** What a card's holder is to enter. */
	static final String CODE = "123456";

	private static final String PREFIX = "card_";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final PaymentProperties properties;

	MockCardProvider(JdbcClient jdbc, PaymentProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	/** The token tells the card's fate, as test tokens of providers do. */
	@Override
	public CardToken register(Card card) {
		return token(card);
	}

	static CardToken token(Card card) {
		TestCard known = TestCard.of(card.number())
			.orElseThrow(() -> new IllegalArgumentException("Only test cards are taken here"));
		byte[] bytes = new byte[12];
		RANDOM.nextBytes(bytes);
		return new CardToken(PREFIX + known.name().toLowerCase(Locale.ROOT) + "_" + HexFormat.of().formatHex(bytes),
				card.lastFour());
	}

	@Override
	public Charge charge(String key, CardToken card, Money amount) {
		TestCard known = known(card);
		if (known.wire() == Wire.LOSES_QUESTIONS) {
			throw silence("The charge " + key + " was not answered");
		}
		Charge charge = ask(() -> book(key, card, amount, known.fate()));
		if (known.wire() == Wire.LOSES_ANSWERS) {
			throw silence("The charge " + key + " was not answered");
		}
		return charge;
	}

	@Override
	public Charge confirm(String key, String code) {
		return ask(() -> this.jdbc
			.sql("""
					with tried as (
						update payment_provider.charge
						set attempts_left = attempts_left - 1,
							state = case when :right then 'ACCEPTED' when attempts_left > 1 then 'WAITING' else 'DECLINED' end
						where key = :key and state = 'WAITING'
						returning key, state, attempts_left, amount, currency
					), booked as (
						insert into payment_provider.booking (key, kind, amount, currency)
						select key, 'CHARGED', amount, currency from tried where state = 'ACCEPTED'
					)
					select key, state, attempts_left from tried
					union all
					select key, state, attempts_left from payment_provider.charge
					where key = :key and not exists (select from tried)
					""")
			.param("key", key)
			.param("right", CODE.equals(code))
			.query(MockCardProvider::charge)
			.single());
	}

	@Override
	public Optional<Charge> find(String key) {
		return ask(() -> look(key));
	}

	@Override
	public Charge cancel(String key) {
		return ask(() -> this.jdbc
			.sql("""
					with closed as (
						insert into payment_provider.charge as known (key, state) values (:key, 'CANCELLED')
						on conflict (key) do update
						set state = case known.state when 'ACCEPTED' then 'REFUNDED' when 'WAITING' then 'CANCELLED' else known.state end
						returning key, new.state, attempts_left, amount, currency, old.state as before
					), booked as (
						insert into payment_provider.booking (key, kind, amount, currency)
						select key, 'REFUNDED', amount, currency from closed where before = 'ACCEPTED'
					)
					select key, state, attempts_left from closed
					""")
			.param("key", key)
			.query(MockCardProvider::charge)
			.single());
	}

	private Charge book(String key, CardToken card, Money amount, State state) {
		Optional<Charge> charge = this.jdbc.sql("""
				with made as (
					insert into payment_provider.charge (key, card, amount, currency, state)
					values (:key, :card, :amount, :currency, :state)
					on conflict (key) do nothing
					returning key, state, attempts_left, amount, currency
				), booked as (
					insert into payment_provider.booking (key, kind, amount, currency)
					select key, 'CHARGED', amount, currency from made where state = 'ACCEPTED'
				)
				select key, state, attempts_left, amount, currency from made
				union all
				select key, state, attempts_left, amount, currency from payment_provider.charge where key = :key
				""")
			.param("key", key)
			.param("card", card.value())
			.param("amount", amount.amount())
			.param("currency", amount.currency())
			.param("state", state.name())
			.query((row, number) -> sameAmount(row, amount))
			.optional();
		// Nothing is seen of a charge that another call made meanwhile.
		return charge.or(() -> look(key)).orElseThrow();
	}

	private Optional<Charge> look(String key) {
		return this.jdbc.sql("select key, state, attempts_left from payment_provider.charge where key = :key")
			.param("key", key)
			.query(MockCardProvider::charge)
			.optional();
	}

	private static Charge sameAmount(ResultSet row, Money amount) throws SQLException {
		@Nullable String currency = row.getString("currency");
		if (currency != null && !amount.equals(new Money(row.getLong("amount"), currency))) {
			throw new IllegalArgumentException("There is a charge of another amount by this key");
		}
		return charge(row, 1);
	}

	private static Charge charge(ResultSet row, int number) throws SQLException {
		return new Charge(row.getString("key"), State.valueOf(row.getString("state")), row.getInt("attempts_left"));
	}

	private static TestCard known(CardToken card) {
		String value = card.value();
		return TestCard.valueOf(value.substring(PREFIX.length(), value.lastIndexOf('_')).toUpperCase(Locale.ROOT));
	}

	private static <T> T ask(Supplier<T> question) {
		return ServerTiming.current().measure("payment", question);
	}

	/** As long as the shop waits, then nothing. */
	private PaymentTimeoutException silence(String message) {
		try {
			TimeUnit.NANOSECONDS.sleep(this.properties.patience().toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return new PaymentTimeoutException(message);
	}

}
