package dev.clickpath.storefront.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.clickpath.storefront.attempts.Attempt;
import dev.clickpath.storefront.attempts.Attempts;
import dev.clickpath.storefront.attempts.ClientAddress;
import dev.clickpath.storefront.attempts.Limit;
import dev.clickpath.storefront.attempts.TooManyAttemptsException;
import dev.clickpath.storefront.customer.BusyException;
import dev.clickpath.storefront.customer.Credentials;
import dev.clickpath.storefront.customer.Proven;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Lets passwords be tried, but not for long: someone at one address is soon slowed down
 * with one account, later with all of them; and an account that is tried from everywhere
 * is slowed down a little for all but the browsers its customer uses.
 */
@Component
class PasswordCheck {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration QUARTER = Duration.ofMinutes(15);

	static final Limit ONE_ACCOUNT_FROM_ONE_PLACE = new Limit(5, Duration.ofSeconds(10), QUARTER, HOUR);

	static final Limit ALL_ACCOUNTS_FROM_ONE_PLACE = new Limit(20, Duration.ofSeconds(10), QUARTER, HOUR);

	static final Limit ONE_ACCOUNT_FROM_EVERYWHERE = new Limit(50, Duration.ofSeconds(2), Duration.ofSeconds(30), HOUR);

	private final Attempts attempts;

	private final Credentials credentials;

	private final KnownBrowsers knownBrowsers;

	PasswordCheck(Attempts attempts, Credentials credentials, KnownBrowsers knownBrowsers) {
		this.attempts = attempts;
		this.credentials = credentials;
		this.knownBrowsers = knownBrowsers;
	}

	/**
	 * Tries a password.
	 * @param emailKey the one spelling of the address
	 */
	Verdict check(String emailKey, @Nullable String password, HttpServletRequest request) {
		List<Attempt> concerned = this.knownBrowsers.find(request, emailKey)
			.map((browser) -> List.of(fromOnePlace(emailKey, "browser " + browser)))
			.orElseGet(() -> fromElsewhere(emailKey, ClientAddress.of(request)));
		try {
			this.attempts.begin(concerned);
		}
		catch (TooManyAttemptsException ex) {
			return new Verdict.NotNow(Later.tooOften(ex.remaining()));
		}
		return check(emailKey, password, concerned);
	}

	private Verdict check(String emailKey, @Nullable String password, List<Attempt> concerned) {
		try {
			Optional<Proven> customer = this.credentials.check(emailKey, password);
			if (customer.isPresent()) {
				this.attempts.forget(concerned.getFirst());
				this.attempts.takeBack(concerned.subList(1, concerned.size()));
				return new Verdict.Right(customer.get());
			}
			return new Verdict.Wrong();
		}
		catch (BusyException ex) {
			this.attempts.takeBack(concerned);
			return new Verdict.NotNow(Later.busy());
		}
		catch (RuntimeException ex) {
			this.attempts.takeBack(concerned);
			throw ex;
		}
	}

	private static List<Attempt> fromElsewhere(String emailKey, String address) {
		return List.of(fromOnePlace(emailKey, "address " + address),
				new Attempt("password-from", address, ALL_ACCOUNTS_FROM_ONE_PLACE),
				new Attempt("password-of", emailKey, ONE_ACCOUNT_FROM_EVERYWHERE));
	}

	private static Attempt fromOnePlace(String emailKey, String place) {
		return new Attempt("password-of-and-from", emailKey + " " + place, ONE_ACCOUNT_FROM_ONE_PLACE);
	}

}
