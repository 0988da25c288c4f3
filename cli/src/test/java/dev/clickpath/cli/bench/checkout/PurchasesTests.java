package dev.clickpath.cli.bench.checkout;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PurchasesTests {

	private final Purchases purchases = new Purchases();

	@Test
	void tellsWhichTimeSuchAShareKept() {
		for (int millis = 100; millis > 0; millis--) {
			this.purchases.confirmed(Duration.ofMillis(millis));
		}
		Purchases.Collected collected = this.purchases.collect();
		assertThat(collected.millis(0.5)).isEqualTo(50);
		assertThat(collected.millis(0.95)).isEqualTo(95);
		assertThat(collected.millis(1)).isEqualTo(100);
	}

	@Test
	void beginsAnewOnceCollected() {
		this.purchases.confirmed(Duration.ofMillis(5));
		this.purchases.failed();
		assertThat(this.purchases.collect().failed()).isEqualTo(1);
		Purchases.Collected nothing = this.purchases.collect();
		assertThat(nothing.failed()).isZero();
		assertThat(nothing.millis(0.95)).isNaN();
	}

}
