package dev.clickpath.storefront.payment;

import java.time.Duration;
import java.time.YearMonth;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The provider of the test cards, for others' tests. It is silent at once.
 */
public final class PaymentFixture {

	private PaymentFixture() {
	}

	/**
	 * What the shop keeps of the card.
	 */
	public static CardToken token(TestCard card) {
		return MockCardProvider.token(new Card(card.number(), YearMonth.of(2030, 1), "123"));
	}

	public static CardProvider provider(JdbcClient jdbc) {
		return new MockCardProvider(jdbc, new PaymentProperties(Duration.ZERO));
	}

}
