package dev.clickpath.storefront.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.clickpath.storefront.chores.Chore;
import dev.clickpath.storefront.cookie.CookieJar;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The browsers in which each customer has signed in before. Who tries passwords from
 * elsewhere does not keep their owner out of the browser they use (OWASP, "device
 * cookies").
 */
@Repository
class KnownBrowsers implements Chore {

	private static final String COOKIE = "known-browser";

	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final Duration LIFETIME = Duration.ofDays(365);

	private static final Duration PAUSE = Duration.ofHours(1);

	private static final int MOST = 10;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final CookieJar cookies;

	private final InstantSource clock;

	KnownBrowsers(JdbcClient jdbc, CookieJar cookies, InstantSource clock) {
		this.jdbc = jdbc;
		this.cookies = cookies;
		this.clock = clock;
	}

	/**
	 * A name for the browser, if the customer with this address has used it before.
	 */
	Optional<String> find(HttpServletRequest request, String emailKey) {
		return cookie(request).map(KnownBrowsers::hash)
			.filter((hash) -> this.jdbc.sql("""
					select exists (
						select from known_browser b join customer c on c.id = b.customer
						where c.email_key = :email and b.browser_hash = :hash and b.seen_at > :start)
					""")
				.param("email", emailKey)
				.param("hash", hash)
				.param("start", start())
				.query(Boolean.class)
				.single())
			.map(HexFormat.of()::formatHex);
	}

	/**
	 * The customer uses this browser; of too many the one that was not used for longest
	 * is forgotten.
	 */
	void note(HttpServletRequest request, HttpServletResponse response, UUID customer) {
		String value = cookie(request).orElseGet(KnownBrowsers::random);
		this.jdbc.sql("""
				insert into known_browser (customer, browser_hash, seen_at) values (:customer, :hash, :now)
				on conflict (customer, browser_hash) do update set seen_at = excluded.seen_at
				""")
			.param("customer", customer)
			.param("hash", hash(value))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.jdbc.sql("""
				delete from known_browser where customer = :customer and browser_hash in (
					select browser_hash from known_browser where customer = :customer
					order by seen_at desc, browser_hash offset :most)
				""").param("customer", customer).param("most", MOST).update();
		this.cookies.set(response, COOKIE, value, LIFETIME);
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	@Override
	public void run() {
		this.jdbc.sql("delete from known_browser where seen_at <= :start").param("start", start()).update();
	}

	private Timestamp start() {
		Instant now = this.clock.instant();
		return Timestamp.from(now.minus(LIFETIME));
	}

	private static Optional<String> cookie(HttpServletRequest request) {
		return Optional.ofNullable(CookieJar.value(request, COOKIE)).filter((value) -> VALUE.matcher(value).matches());
	}

	private static String random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] hash(String value) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
