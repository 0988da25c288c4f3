package dev.clickpath.storefront.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Proven;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SessionsTests extends RunningStorefront {

	private static final Duration IDLE = Duration.ofDays(14);

	private static final Duration LIFETIME = Duration.ofDays(90);

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private final UUID customer = UUID.randomUUID();

	private Instant now = Instant.parse("2026-11-25T10:00:00Z");

	private Sessions sessions;

	@BeforeEach
	void addCustomer() {
		this.sessions = new Sessions(this.jdbc, new SessionProperties(IDLE, LIFETIME, 3, IDLE, IDLE), () -> this.now);
		this.jdbc.sql("""
				insert into customer (id, name, email, email_key, password, visitor, created_at)
				values (:id, 'Ada', :email, :email, '-', :email, now())
				""").param("id", this.customer).param("email", this.customer.toString()).update();
	}

	@Test
	void aSessionEndsWhenItsBrowserStaysAway() {
		SessionToken token = begin();
		after(IDLE.minusSeconds(1));
		assertThat(this.sessions.find(token)).isPresent();
		after(IDLE.minusSeconds(1));
		assertThat(this.sessions.find(token)).as("it was here since").isPresent();
		after(IDLE.plusSeconds(1));
		assertThat(this.sessions.find(token)).isEmpty();
	}

	@Test
	void aSessionEndsInTheEndWhateverItsBrowserDoes() {
		SessionToken token = begin();
		for (int day = 0; day < 89; day++) {
			after(Duration.ofDays(1));
			assertThat(this.sessions.find(token)).isPresent();
		}
		after(Duration.ofDays(1).plusSeconds(1));
		assertThat(this.sessions.find(token)).isEmpty();
	}

	@Test
	void whatIsOverIsRemoved() {
		begin();
		after(IDLE.plusSeconds(1));
		SessionToken other = begin();
		this.sessions.run();
		assertThat(rows()).isEqualTo(1);
		assertThat(this.sessions.find(other)).isPresent();
	}

	@Test
	void ofTooManyTheOneThatWasAwayLongestEnds() {
		SessionToken first = begin();
		after(Duration.ofHours(1));
		SessionToken second = begin();
		after(Duration.ofHours(1));
		this.sessions.find(first);
		begin();
		begin();
		assertThat(rows()).isEqualTo(3);
		assertThat(this.sessions.find(second)).isEmpty();
		assertThat(this.sessions.find(first)).isPresent();
	}

	@Test
	void theTokenItselfIsNowhereInTheDatabase() {
		SessionToken token = begin();
		assertThat(this.jdbc.sql("select encode(token_hash, 'escape') from customer_session where customer = :customer")
			.param("customer", this.customer)
			.query(String.class)
			.single()).doesNotContain(token.value());
		assertThat(token.toString()).doesNotContain(token.value());
	}

	@Test
	void noSessionBeginsWithAPasswordThatIsBeingChanged() throws Exception {
		SessionToken token = SessionToken.random();
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Future<Boolean> begun = Objects.requireNonNull(this.transactions.execute((transaction) -> {
				this.jdbc.sql("update customer set password_version = 2 where id = :id")
					.param("id", this.customer)
					.update();
				Future<Boolean> late = thread.submit(() -> this.sessions.begin(token, proven(1), "Firefox, Linux"));
				await().until(() -> waiting() > 0);
				this.sessions.endAll(this.customer);
				return late;
			}));
			assertThat(begun.get()).isFalse();
		}
		assertThat(rows()).isZero();
		assertThat(this.sessions.find(token)).isEmpty();
		assertThat(this.sessions.begin(token, proven(2), "Firefox, Linux")).isTrue();
	}

	/** How many wait for somebody else's row of the same table. */
	private int waiting() {
		return this.jdbc.sql("""
				select count(*)::integer from pg_stat_activity
				where wait_event_type = 'Lock' and query like '%insert into customer_session%'
				""").query(Integer.class).single();
	}

	private SessionToken begin() {
		SessionToken token = SessionToken.random();
		assertThat(this.sessions.begin(token, proven(1), "Firefox, Linux")).isTrue();
		return token;
	}

	private Proven proven(long version) {
		return new Proven(new Customer(this.customer, "Ada", "ada@example.org"), version);
	}

	private void after(Duration duration) {
		this.now = this.now.plus(duration);
	}

	private int rows() {
		return this.jdbc.sql("select count(*)::integer from customer_session where customer = :customer")
			.param("customer", this.customer)
			.query(Integer.class)
			.single();
	}

}
