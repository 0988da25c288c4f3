package dev.clickpath.storefront.account;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.clickpath.storefront.attempts.Attempt;
import dev.clickpath.storefront.attempts.Attempts;
import dev.clickpath.storefront.attempts.ClientAddress;
import dev.clickpath.storefront.attempts.Limit;
import dev.clickpath.storefront.attempts.TooManyAttemptsException;
import dev.clickpath.storefront.customer.BusyException;
import dev.clickpath.storefront.customer.Credentials;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Customers;
import dev.clickpath.storefront.customer.EmailAddress;
import dev.clickpath.storefront.customer.Proven;
import dev.clickpath.storefront.visit.Cookies;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Opens accounts, not too many from one place. Whoever has one already and knows its
 * password, as someone does who sends the form twice, is taken for its customer.
 */
@Component
class Registration {

	static final Limit FROM_ONE_PLACE = new Limit(20, Duration.ofSeconds(30), Duration.ofMinutes(15),
			Duration.ofHours(1));

	private final Attempts attempts;

	private final Credentials credentials;

	private final Customers customers;

	private final PasswordCheck passwords;

	Registration(Attempts attempts, Credentials credentials, Customers customers, PasswordCheck passwords) {
		this.attempts = attempts;
		this.credentials = credentials;
		this.customers = customers;
		this.passwords = passwords;
	}

	/**
	 * Opens an account; wrong when the address has one with another password.
	 */
	Verdict register(String name, EmailAddress email, String password, HttpServletRequest request) {
		try {
			this.attempts.begin(List.of(new Attempt("register-from", ClientAddress.of(request), FROM_ONE_PLACE)));
			Customer customer = new Customer(UUID.randomUUID(), name, email.text());
			if (this.customers.add(customer, email.key(), this.credentials.hash(password), Cookies.newVisitor())) {
				return new Verdict.Right(new Proven(customer, Proven.FIRST_VERSION));
			}
		}
		catch (TooManyAttemptsException ex) {
			return new Verdict.NotNow(Later.tooOften(ex.remaining()));
		}
		catch (BusyException ex) {
			return new Verdict.NotNow(Later.busy());
		}
		return this.passwords.check(email.key(), password, request);
	}

}
