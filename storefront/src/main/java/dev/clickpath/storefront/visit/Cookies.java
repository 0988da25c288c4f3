package dev.clickpath.storefront.visit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.cookie.CookieJar;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Preferences;
import dev.clickpath.storefront.language.Bundles;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.money.PriceTags;
import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.session.Session;
import dev.clickpath.storefront.session.SessionState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the cookies of the shop say, and what is said with them.
 */
@Component
public final class Cookies {

	static final String VISITOR = "visitor";

	static final String REGION = "region";

	static final String LANGUAGE = "language";

	static final String CURRENCY = "currency";

	static final String BASKET_COUNT = "basket-count";

	/** The most things a basket can hold, so the most that is believed. */
	private static final int MOST_IN_BASKET = 9_900;

	private static final Pattern VISITOR_NAME = Pattern.compile("[A-Za-z0-9_-]{27,64}");

	private static final Pattern COUNT = Pattern.compile("[0-9]{1,5}");

	private static final Duration YEAR = Duration.ofDays(365);

	private final CookieJar jar;

	private final BrowserSessions sessions;

	private final Bundles bundles;

	private final PriceTags priceTags;

	Cookies(CookieJar jar, BrowserSessions sessions, Bundles bundles, PriceTags priceTags) {
		this.jar = jar;
		this.sessions = sessions;
		this.bundles = bundles;
		this.priceTags = priceTags;
	}

	/**
	 * Tells the browser how many things are in the basket, so that a page needs no
	 * database to show it.
	 */
	public void rememberBasketCount(HttpServletResponse response, int count) {
		set(response, BASKET_COUNT, Integer.toString(count));
	}

	/**
	 * Lets the browser deliver to this region from now on.
	 */
	public void rememberRegion(HttpServletResponse response, Region region) {
		set(response, REGION, region.slug());
	}

	/**
	 * Lets the browser speak this language from now on.
	 */
	public void rememberLanguage(HttpServletResponse response, Language language) {
		set(response, LANGUAGE, language.tag());
	}

	void rememberCurrency(HttpServletResponse response, String currency) {
		set(response, CURRENCY, currency);
	}

	/**
	 * Makes a stranger of whoever uses this browser.
	 */
	public void renewVisitor(HttpServletResponse response) {
		nameVisitor(response, Seed.random());
	}

	private String nameVisitor(HttpServletResponse response, Seed seed) {
		String visitor = newVisitor(seed);
		set(response, VISITOR, visitor);
		return visitor;
	}

	/**
	 * The name of the visitor as the browser has it, whoever is signed in there.
	 */
	public static Optional<String> visitor(HttpServletRequest request) {
		return Optional.ofNullable(CookieJar.value(request, VISITOR))
			.filter((name) -> VISITOR_NAME.matcher(name).matches());
	}

	/**
	 * What only this browser's cookies say, for its forms to be bound to.
	 */
	public Optional<String> browser(HttpServletRequest request) {
		return this.sessions.claimedName(request).or(() -> visitor(request));
	}

	Visit read(HttpServletRequest request, HttpServletResponse response, Cdn cdn) {
		LanguageChoice.asked(request).ifPresent((asked) -> rememberLanguage(response, asked));
		return switch (this.sessions.ofReader(request)) {
			case SessionState.SignedIn signedIn -> signedIn(signedIn, request, cdn);
			case SessionState.Unknown unknown -> anonymous(unknown.name(), request, response, cdn);
			case SessionState.SignedOut _ -> {
				this.sessions.forgetOver(request, response);
				yield anonymous(null, request, response, cdn);
			}
		};
	}

	private Visit signedIn(SessionState.SignedIn signedIn, HttpServletRequest request, Cdn cdn) {
		Session session = signedIn.session();
		Preferences preferences = session.preferences();
		Language.of(preferences.language())
			.ifPresent((language) -> request.setAttribute(LanguageChoice.OF_ACCOUNT, language));
		return visit(session.visitor(), false, preferences.region(), preferences.currency(), session.basketCount(),
				request, cdn, signedIn.name(), session.customer());
	}

	private Visit anonymous(@Nullable String session, HttpServletRequest request, HttpServletResponse response,
			Cdn cdn) {
		Optional<String> known = visitor(request);
		String name = known.orElseGet(() -> nameVisitor(response, Seed.of(request)));
		return visit(name, known.isEmpty(), null, null, basketCount(CookieJar.value(request, BASKET_COUNT)), request,
				cdn, (session != null) ? session : name, null);
	}

	/** What the account has not chosen is as this browser has it. */
	private Visit visit(String visitor, boolean stranger, @Nullable String regionOfAccount,
			@Nullable String currencyOfAccount, int basketCount, HttpServletRequest request, Cdn cdn, String browser,
			@Nullable Customer customer) {
		Region region = Region.of(regionOfAccount)
			.or(() -> Region.of(CookieJar.value(request, REGION)))
			.orElse(Region.USUAL);
		String currency = (currencyOfAccount != null) ? currencyOfAccount : CookieJar.value(request, CURRENCY);
		Language language = LanguageChoice.of(request, CookieJar.value(request, LANGUAGE));
		return new Visit(visitor, stranger, region, this.bundles.of(language),
				this.priceTags.of(language, region.currency(currency)), basketCount, ReturnPath.of(request),
				isPrefetch(request), cdn, browser, Seed.of(request), customer);
	}

	/**
	 * A name for a visitor that nobody can guess.
	 */
	public static String newVisitor() {
		return newVisitor(Seed.random());
	}

	private static String newVisitor(Seed seed) {
		return seed.text("visitor", 20);
	}

	private static int basketCount(@Nullable String value) {
		return (value != null && COUNT.matcher(value).matches()) ? Math.min(Integer.parseInt(value), MOST_IN_BASKET)
				: 0;
	}

	private static boolean isPrefetch(HttpServletRequest request) {
		String purpose = request.getHeader("Sec-Purpose");
		return request.getMethod().equals("HEAD") || (purpose != null && purpose.contains("prefetch"));
	}

	private void set(HttpServletResponse response, String name, String value) {
		this.jar.set(response, name, value, YEAR);
	}

}
