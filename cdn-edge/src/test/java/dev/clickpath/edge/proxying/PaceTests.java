package dev.clickpath.edge.proxying;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private final Pace pace = new Pace(Duration.ofNanos(10), Duration.ofNanos(100));

	@Test
	void aBodyMayStandStillForSoLong() {
		this.pace.want(5);
		assertThat(this.pace.left(14)).isEqualTo(1);
		assertThat(this.pace.left(15)).isZero();
		this.pace.step(14);
		assertThat(this.pace.left(15)).isEqualTo(9);
	}

	@Test
	void aBodyThatTricklesMayTakeSoLongAsAWhole() {
		this.pace.want(0);
		for (int now = 9; now < 99; now += 9) {
			this.pace.step(now);
			assertThat(this.pace.left(now)).isEqualTo(Math.min(10, 100 - now));
		}
		this.pace.step(99);
		assertThat(this.pace.left(100)).isZero();
	}

	@Test
	void onlyTheTimeCountsInWhichItIsWanted() {
		this.pace.want(0);
		this.pace.step(8);
		this.pace.rest(9);
		assertThat(this.pace.isWanted()).isFalse();
		this.pace.rest(500);
		this.pace.want(1_000);
		this.pace.want(1_001);
		assertThat(this.pace.isWanted()).isTrue();
		assertThat(this.pace.left(1_005)).isEqualTo(5);
		for (int now = 1_009; now < 1_090; now += 9) {
			this.pace.step(now);
		}
		assertThat(this.pace.left(1_090)).isEqualTo(1);
	}

}
