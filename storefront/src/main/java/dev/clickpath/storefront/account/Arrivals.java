package dev.clickpath.storefront.account;

import java.util.Objects;
import java.util.Optional;

import dev.clickpath.storefront.basket.Baskets;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Customers;
import dev.clickpath.storefront.customer.Proven;
import dev.clickpath.storefront.history.Histories;
import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.session.BrowserSessions.Begun;
import dev.clickpath.storefront.visit.Cookies;
import dev.clickpath.storefront.visit.Region;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens when somebody comes in or goes. What the visitor chose and looked at
 * before becomes the account's, all of it or nothing; and the name the browser is known
 * by without the account is a new one each time, so that whoever comes after at the same
 * browser is a stranger.
 */
@Component
class Arrivals {

	private final Customers customers;

	private final BrowserSessions sessions;

	private final KnownBrowsers knownBrowsers;

	private final Baskets baskets;

	private final Histories histories;

	private final Cookies cookies;

	private final TransactionTemplate transactions;

	Arrivals(Customers customers, BrowserSessions sessions, KnownBrowsers knownBrowsers, Baskets baskets,
			Histories histories, Cookies cookies, TransactionTemplate transactions) {
		this.customers = customers;
		this.sessions = sessions;
		this.knownBrowsers = knownBrowsers;
		this.baskets = baskets;
		this.histories = histories;
		this.cookies = cookies;
		this.transactions = transactions;
	}

	/**
	 * The customer is signed in at this browser from now on; false, and nothing happened,
	 * when the password that was proven is not the customer's any more.
	 */
	boolean signIn(Proven proven, HttpServletRequest request, HttpServletResponse response) {
		Customer customer = proven.customer();
		Optional<String> visitor = Cookies.visitor(request);
		Optional<Begun> begun = Objects.requireNonNull(this.transactions.execute((transaction) -> {
			String own = this.customers.visitor(customer.id());
			visitor.ifPresent((name) -> {
				this.baskets.join(name, own);
				this.histories.join(name, own);
			});
			this.knownBrowsers.note(request, response, customer.id());
			Optional<Begun> session = this.sessions.begin(request, proven);
			if (session.isEmpty()) {
				transaction.setRollbackOnly();
			}
			return session;
		}));
		if (begun.isEmpty()) {
			return false;
		}
		begun.get().tell(response);
		becomeStranger(response);
		Region.of(this.customers.preferences(customer.id()).region())
			.ifPresent((region) -> this.cookies.rememberRegion(response, region));
		return true;
	}

	/**
	 * Nobody is signed in at this browser any more.
	 */
	void signOut(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.end(request, response);
		becomeStranger(response);
	}

	private void becomeStranger(HttpServletResponse response) {
		this.cookies.renewVisitor(response);
		this.cookies.rememberBasketCount(response, 0);
	}

}
