package dev.clickpath.storefront.instance;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class DepartureTests {

	private static final Duration DELAY = Duration.ofMillis(300);

	private final StaticApplicationContext context = new StaticApplicationContext();

	private final InstanceProperties properties = new InstanceProperties("storefront-3", "us", DELAY);

	private final Departure departure = new Departure(this.context, this.properties);

	private final InstanceHealthIndicator health = new InstanceHealthIndicator(this.properties, this.departure);

	@Test
	void tellsWhoAnswersAndWhetherItIsGoing() {
		Health before = this.health.health();
		assertThat(before.getDetails()).containsEntry("name", "storefront-3")
			.containsEntry("zone", "us")
			.containsEntry("leaving", false);
		go();
		assertThat(this.health.health().getDetails()).containsEntry("leaving", true);
	}

	@Test
	void waitsForThoseWhoHaveAsked() {
		this.health.health();
		assertThat(go()).isGreaterThanOrEqualTo(DELAY);
	}

	@Test
	void doesNotWaitWhenNobodyAsks() {
		assertThat(go()).isLessThan(DELAY);
		assertThat(this.departure.isUnderWay()).isTrue();
	}

	@Test
	void staysWhenSomethingElseIsClosed() {
		this.departure.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
		assertThat(this.departure.isUnderWay()).isFalse();
	}

	private Duration go() {
		long start = System.nanoTime();
		this.departure.onApplicationEvent(new ContextClosedEvent(this.context));
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
