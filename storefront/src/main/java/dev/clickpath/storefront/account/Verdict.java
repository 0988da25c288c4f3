package dev.clickpath.storefront.account;

import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Proven;

/**
 * What became of a password that was tried.
 */
sealed interface Verdict {

	/** It is this customer's. */
	record Right(Proven proven) implements Verdict {

		Customer customer() {
			return this.proven.customer();
		}

	}

	/** There is no account with this address, or it has another password. */
	record Wrong() implements Verdict {
	}

	/** It was not looked at. */
	record NotNow(Later later) implements Verdict {
	}

}
