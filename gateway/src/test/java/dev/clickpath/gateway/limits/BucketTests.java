package dev.clickpath.gateway.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BucketTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	/** One in six seconds. */
	private final Policy policy = new Policy(10, Duration.ofMinutes(1));

	private long now = Long.MAX_VALUE - 5 * SECOND;

	private final Bucket bucket = new Bucket(this.now);

	private Bucket.Taken take() {
		return this.bucket.take(this.policy, this.now);
	}

	@Test
	void givesAllItHasAtOnceAndThenNoMore() {
		for (int i = 9; i >= 0; i--) {
			assertThat(take()).isEqualTo(new Bucket.Taken(true, i, (10L - i) * 6 * SECOND));
		}
		assertThat(take()).isEqualTo(new Bucket.Taken(false, 0, 6 * SECOND));
		assertThat(take()).isEqualTo(new Bucket.Taken(false, 0, 6 * SECOND));
	}

	@Test
	void getsTokensBackOneByOneAndNeverMoreThanItHolds() {
		for (int i = 0; i < 12; i++) {
			take();
		}
		this.now += 6 * SECOND;
		assertThat(take().granted()).isTrue();
		assertThat(take().granted()).isFalse();
		this.now += 5 * SECOND;
		assertThat(take()).isEqualTo(new Bucket.Taken(false, 0, SECOND));
		this.now += 1000 * SECOND;
		assertThat(take().remaining()).isEqualTo(9);
	}

	/**
	 * Whatever the client does, it never gets more than the bucket and what came back.
	 */
	@Test
	void grantsAFloodNoMoreThanItsShare() {
		long start = this.now;
		int granted = 0;
		for (int i = 0; i < 100_000; i++) {
			granted += take().granted() ? 1 : 0;
			this.now += SECOND / 100;
		}
		assertThat(granted).isEqualTo(10 + (int) ((this.now - start - SECOND / 100) / (6 * SECOND)));
	}

	@Test
	void refusesALimitThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Policy(0, Duration.ofMinutes(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Policy(1, Duration.ofMillis(10)));
	}

}
