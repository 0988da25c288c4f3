package dev.clickpath.storefront.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.chores.Chore;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Preferences;
import dev.clickpath.storefront.customer.Proven;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All sessions, in the database, found by the hashes of their tokens.
 */
@Repository
class Sessions implements Chore {

	private static final Duration PAUSE = Duration.ofMinutes(10);

	/** Not every page notes that it was seen. */
	private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final SessionProperties properties;

	private final InstantSource clock;

	Sessions(JdbcClient jdbc, SessionProperties properties, InstantSource clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The session with this token, unless it is over.
	 */
	Optional<Session> find(SessionToken token) {
		Instant now = this.clock.instant();
		byte[] hash = token.hash();
		Optional<Found> found = ServerTiming.current()
			.measure("session",
					() -> this.jdbc
						.sql("""
								select c.id, c.name, c.email, c.visitor, c.region, c.language, c.currency, s.seen_at,
									(select coalesce(sum(b.quantity), 0)::integer from basket_line b where b.visitor = c.visitor) as things
								from customer_session s join customer c on c.id = s.customer
								where s.token_hash = :hash and s.created_at > :begun and s.seen_at > :seen
								""")
						.param("hash", hash)
						.param("begun", Timestamp.from(now.minus(this.properties.lifetime())))
						.param("seen", Timestamp.from(now.minus(this.properties.idle())))
						.query((rs, row) -> new Found(session(rs), rs.getTimestamp("seen_at").toInstant()))
						.optional());
		if (found.isPresent() && found.get().seen().isBefore(now.minus(NOTED_EVERY))) {
			noteSeen(hash, now);
		}
		return found.map(Found::session);
	}

	/**
	 * Begins a session; when the customer has too many, the one that was away longest
	 * ends. False when the password proven is not the customer's any more: whoever is
	 * changing it is waited for, and afterwards finds this session and ends it.
	 */
	boolean begin(SessionToken token, Proven proven, String browser) {
		UUID customer = proven.customer().id();
		int begun = this.jdbc.sql("""
				insert into customer_session (token_hash, customer, browser, created_at, seen_at)
				select :hash, c.id, :browser, cast(:now as timestamptz), cast(:now as timestamptz) from customer c
				where c.id = :customer and c.password_version = :version for share
				""")
			.param("hash", token.hash())
			.param("customer", customer)
			.param("version", proven.passwordVersion())
			.param("browser", browser)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		if (begun == 0) {
			return false;
		}
		this.jdbc.sql("""
				delete from customer_session where token_hash in (
					select token_hash from customer_session where customer = :customer
					order by seen_at desc, created_at desc offset :most)
				""").param("customer", customer).param("most", this.properties.most()).update();
		return true;
	}

	void end(SessionToken token) {
		this.jdbc.sql("delete from customer_session where token_hash = :hash").param("hash", token.hash()).update();
	}

	void endAll(UUID customer) {
		this.jdbc.sql("delete from customer_session where customer = :customer").param("customer", customer).update();
	}

	void endOthers(UUID customer, SessionToken but) {
		this.jdbc.sql("delete from customer_session where customer = :customer and token_hash <> :hash")
			.param("customer", customer)
			.param("hash", but.hash())
			.update();
	}

	/**
	 * Where the customer is signed in, the latest first.
	 */
	List<SignedInBrowser> browsers(UUID customer, SessionToken current) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select browser, token_hash = :hash as current, created_at, seen_at from customer_session
				where customer = :customer and created_at > :begun and seen_at > :seen
				order by token_hash = :hash desc, seen_at desc
				""")
			.param("hash", current.hash())
			.param("customer", customer)
			.param("begun", Timestamp.from(now.minus(this.properties.lifetime())))
			.param("seen", Timestamp.from(now.minus(this.properties.idle())))
			.query((rs, row) -> new SignedInBrowser(rs.getString("browser"), rs.getBoolean("current"),
					rs.getTimestamp("created_at").toInstant(), rs.getTimestamp("seen_at").toInstant()))
			.list();
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	/** Removes what is over. */
	@Override
	public void run() {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from customer_session where created_at <= :begun or seen_at <= :seen")
			.param("begun", Timestamp.from(now.minus(this.properties.lifetime())))
			.param("seen", Timestamp.from(now.minus(this.properties.idle())))
			.update();
	}

	private void noteSeen(byte[] hash, Instant now) {
		this.jdbc.sql("update customer_session set seen_at = :now where token_hash = :hash and seen_at < :now")
			.param("now", Timestamp.from(now))
			.param("hash", hash)
			.update();
	}

	private static Session session(ResultSet row) throws SQLException {
		return new Session(new Customer(row.getObject("id", UUID.class), row.getString("name"), row.getString("email")),
				row.getString("visitor"),
				new Preferences(row.getString("region"), row.getString("language"), row.getString("currency")),
				row.getInt("things"));
	}

	private record Found(Session session, Instant seen) {
	}

}
