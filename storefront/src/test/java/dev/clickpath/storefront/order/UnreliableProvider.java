package dev.clickpath.storefront.order;

import java.util.Optional;

import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.payment.Card;
import dev.clickpath.storefront.payment.CardProvider;
import dev.clickpath.storefront.payment.CardToken;
import dev.clickpath.storefront.payment.Charge;
import dev.clickpath.storefront.payment.PaymentTimeoutException;

/**
 * A provider over a wire that may lose what is said.
 */
final class UnreliableProvider implements CardProvider {

	private final CardProvider provider;

	private final Faults faults;

	UnreliableProvider(CardProvider provider, Faults faults) {
		this.provider = provider;
		this.faults = faults;
	}

	@Override
	public CardToken register(Card card) {
		return this.provider.register(card);
	}

	@Override
	public Charge charge(String key, CardToken card, Money amount) {
		return this.faults.at(Faults.Step.CHARGE, () -> this.provider.charge(key, card, amount),
				PaymentTimeoutException::new);
	}

	@Override
	public Charge confirm(String key, String code) {
		return this.faults.at(Faults.Step.CONFIRM, () -> this.provider.confirm(key, code),
				PaymentTimeoutException::new);
	}

	@Override
	public Optional<Charge> find(String key) {
		return this.faults.at(Faults.Step.FIND, () -> this.provider.find(key), PaymentTimeoutException::new);
	}

	@Override
	public Charge cancel(String key) {
		return this.faults.at(Faults.Step.CANCEL, () -> this.provider.cancel(key), PaymentTimeoutException::new);
	}

}
