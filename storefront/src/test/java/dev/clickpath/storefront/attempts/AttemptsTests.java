package dev.clickpath.storefront.attempts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttemptsTests extends RunningStorefront {

	private static final Limit LIMIT = new Limit(3, Duration.ofSeconds(10), Duration.ofSeconds(40),
			Duration.ofMinutes(10));

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private final Attempt attempt = new Attempt("test", UUID.randomUUID().toString(), LIMIT);

	private final Attempt other = new Attempt("test", UUID.randomUUID().toString(), LIMIT);

	private Instant now = Instant.parse("2026-11-25T10:00:00.000001Z");

	private Attempts attempts;

	@BeforeEach
	void begin() {
		this.attempts = new Attempts(this.jdbc, () -> this.now);
	}

	@Test
	void whoHasWaitedMayTryAgainAndWaitsLonger() {
		tryOften(3);
		assertThat(waitOf(this.attempt)).hasSeconds(10);
		after(Duration.ofSeconds(4));
		assertThat(waitOf(this.attempt)).as("asking again does not make it longer").hasSeconds(6);
		after(Duration.ofSeconds(7));
		tryOften(1);
		assertThat(waitOf(this.attempt)).hasSeconds(20);
	}

	@Test
	void afterALongTimeAllIsForgotten() {
		tryOften(3);
		after(LIMIT.forgotten().plusSeconds(1));
		tryOften(3);
		assertThat(waitOf(this.attempt)).hasSeconds(10);
	}

	@Test
	void whatIsRefusedForOneCountsAgainstNone() {
		tryOften(3);
		assertThatExceptionOfType(TooManyAttemptsException.class).isThrownBy(() -> begin(this.other, this.attempt));
		for (int i = 0; i < 3; i++) {
			begin(this.other);
		}
		assertThat(waitOf(this.other)).hasSeconds(10);
	}

	@Test
	void whatWentWellIsTakenBackOrForgotten() {
		tryOften(3);
		this.attempts.takeBack(List.of(this.attempt));
		tryOften(1);
		this.attempts.forget(this.attempt);
		tryOften(2);
	}

	@Test
	void nothingIsKeptForGoodAndNobodysNameAtAll() {
		tryOften(1);
		assertThat(rows()).isEqualTo(1);
		after(Duration.ofDays(1).plusSeconds(1));
		this.attempts.run();
		assertThat(rows()).isZero();
	}

	@Test
	void anAddressIsTheGatewaysWordOrTheConnections() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr("192.0.2.1");
		assertThat(ClientAddress.of(request)).isEqualTo("192.0.2.1");
		request.addHeader("X-Forwarded-For", "2001:db8::1:2:3:4, 192.0.2.9");
		assertThat(ClientAddress.of(request)).isEqualTo("2001:db8:0:0:0:0:0:0");
		MockHttpServletRequest strange = new MockHttpServletRequest();
		strange.setRemoteAddr("192.0.2.1");
		strange.addHeader("X-Forwarded-For", "evil.example, x");
		assertThat(ClientAddress.of(strange)).isEqualTo("192.0.2.1");
	}

	private void tryOften(int times) {
		for (int i = 0; i < times; i++) {
			begin(this.attempt);
		}
	}

	private void begin(Attempt... all) {
		this.transactions.executeWithoutResult((transaction) -> this.attempts.begin(List.of(all)));
	}

	private Duration waitOf(Attempt attempt) {
		try {
			begin(attempt);
			throw new AssertionError("It was let through");
		}
		catch (TooManyAttemptsException ex) {
			return ex.remaining();
		}
	}

	private void after(Duration duration) {
		this.now = this.now.plus(duration);
	}

	private int rows() {
		return this.jdbc.sql("select count(*)::integer from attempt where fingerprint = :fingerprint")
			.param("fingerprint", this.attempt.fingerprint())
			.query(Integer.class)
			.single();
	}

}
