package dev.clickpath.storefront.visit;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.language.Bundles;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.money.PriceTags;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies of the shop. All are out of reach for scripts and are not sent along with
 * another site's forms (RFC 6265bis, section 5.2).
 * <p>
 * They are {@code Secure} in a shop that is to be had over TLS alone, not merely in an
 * answer that goes over TLS. Cookies know no ports: a browser that was once given such a
 * one at https://localhost:8443 need not send it to http://localhost:8080, nor let that
 * side replace it (RFC 6265bis, sections 5.7 and 5.8). Its user would be a stranger there
 * on every page and could put nothing into a basket.
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

	private static final SecureRandom RANDOM = new SecureRandom();

	private final boolean secure;

	private final Bundles bundles;

	private final PriceTags priceTags;

	Cookies(CookieProperties properties, Bundles bundles, PriceTags priceTags) {
		this.secure = properties.secureCookies();
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

	Visit read(HttpServletRequest request, HttpServletResponse response, Cdn cdn) {
		String visitor = value(request, VISITOR);
		boolean stranger = visitor == null || !VISITOR_NAME.matcher(visitor).matches();
		String name = (visitor == null || stranger) ? newVisitor() : visitor;
		if (stranger) {
			set(response, VISITOR, name);
		}
		LanguageChoice.asked(request).ifPresent((asked) -> rememberLanguage(response, asked));
		Language language = LanguageChoice.of(request, value(request, LANGUAGE));
		Region region = Region.of(value(request, REGION)).orElse(Region.USUAL);
		return new Visit(name, stranger, region, this.bundles.of(language),
				this.priceTags.of(language, region.currency(value(request, CURRENCY))),
				basketCount(value(request, BASKET_COUNT)), ReturnPath.of(request), isPrefetch(request), cdn);
	}

	/** 160 random bits. */
	private static String newVisitor() {
		byte[] bytes = new byte[20];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static int basketCount(@Nullable String value) {
		return (value != null && COUNT.matcher(value).matches()) ? Math.min(Integer.parseInt(value), MOST_IN_BASKET)
				: 0;
	}

	private static boolean isPrefetch(HttpServletRequest request) {
		String purpose = request.getHeader("Sec-Purpose");
		return purpose != null && purpose.contains("prefetch");
	}

	private static @Nullable String value(HttpServletRequest request, String name) {
		if (request.getCookies() != null) {
			for (Cookie cookie : request.getCookies()) {
				if (cookie.getName().equals(name)) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

	private void set(HttpServletResponse response, String name, String value) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.path("/")
					.maxAge(Duration.ofDays(365))
					.httpOnly(true)
					.secure(this.secure)
					.sameSite("Lax")
					.build()
					.toString());
	}

}
