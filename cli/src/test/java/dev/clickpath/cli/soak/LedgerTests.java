package dev.clickpath.cli.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	private static final Resource LONG = resource("/long", Policy.LONG);

	private static final Resource SHORT = resource("/short", Policy.SHORT);

	private static final Resource GRACEFUL = resource("/graceful", Policy.GRACEFUL);

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Ledger ledger = new Ledger(() -> this.now, Duration.ofSeconds(5));

	@Test
	void everythingBeginsWithTheFirstVersion() {
		assertThat(this.ledger.newest(LONG)).isOne();
		assertThat(this.ledger.oldest(LONG)).isOne();
		assertThat(this.ledger.publish(LONG)).isEqualTo(2);
		assertThat(this.ledger.newest(LONG)).isEqualTo(2);
	}

	@Test
	void whatIsFreshMayBeServedThoughThereIsANewerOne() {
		this.ledger.publish(LONG);
		pass(Duration.ofMinutes(30));
		assertThat(this.ledger.oldest(LONG)).isOne();
	}

	@Test
	void whatIsPurgedMayNotBeServedAnyMore() {
		long version = this.ledger.publish(LONG);
		this.ledger.publish(LONG);
		this.ledger.purged(LONG, version, false);
		assertThat(this.ledger.oldest(LONG)).isEqualTo(2);
	}

	@Test
	void anEarlierPurgeThatIsAnsweredLaterTakesNothingBack() {
		long first = this.ledger.publish(LONG);
		long second = this.ledger.publish(LONG);
		this.ledger.purged(LONG, second, false);
		this.ledger.purged(LONG, first, false);
		assertThat(this.ledger.oldest(LONG)).isEqualTo(second);
	}

	@Test
	void whatIsPurgedSoftlyMayBeServedOnlyWhereStaleAnswersMay() {
		this.ledger.purged(LONG, this.ledger.publish(LONG), true);
		assertThat(this.ledger.oldest(LONG)).isEqualTo(2);
		this.ledger.purged(GRACEFUL, this.ledger.publish(GRACEFUL), true);
		assertThat(this.ledger.oldest(GRACEFUL)).isOne();
	}

	@Test
	void afterItsLifetimeAVersionThatWasReplacedIsTooOld() {
		this.ledger.publish(SHORT);
		pass(Duration.ofSeconds(2 + 5 + 2));
		assertThat(this.ledger.oldest(SHORT)).isEqualTo(2);
	}

	@Test
	void untilThenItIsNot() {
		this.ledger.publish(SHORT);
		pass(Duration.ofMillis(8_999));
		assertThat(this.ledger.oldest(SHORT)).isOne();
	}

	@Test
	void graceComesOnTopOfTheLifetime() {
		this.ledger.publish(GRACEFUL);
		pass(Duration.ofMillis(13_999));
		assertThat(this.ledger.oldest(GRACEFUL)).isOne();
		pass(Duration.ofMillis(1));
		assertThat(this.ledger.oldest(GRACEFUL)).isEqualTo(2);
	}

	@Test
	void aFaultExplainsFailuresOfItsOwnResourceAloneAndNotForLong() {
		Resource other = new Resource("/b", 1, true, Policy.LONG, List.of());
		Instant before = this.now;
		this.ledger.failed(LONG);
		assertThat(this.ledger.explainsFailure(LONG, before)).isTrue();
		assertThat(this.ledger.explainsFailure(other, before)).isFalse();
		assertThat(this.ledger.explainsFailure(LONG, before.plusSeconds(7))).isFalse();
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	private static Resource resource(String path, Policy policy) {
		return new Resource(path, 100, true, policy, List.of("tag"));
	}

}
