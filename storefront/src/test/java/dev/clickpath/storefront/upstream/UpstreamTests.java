package dev.clickpath.storefront.upstream;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class UpstreamTests {

	private Instant now = Instant.EPOCH;

	private final Upstream upstream = new Upstream("catalogue", "the last known answers are shown", Runnable::run,
			() -> this.now);

	@Test
	void saysOnceAWhileThatItIsDownAndOnceThatItIsBack(CapturedOutput output) {
		fail();
		fail();
		assertThat(this.upstream.isDown()).isTrue();
		assertThat(output).containsOnlyOnce("The catalogue does not answer, so the last known answers are shown");
		this.now = this.now.plus(Duration.ofSeconds(31));
		fail();
		assertThat(output.toString().split("does not answer", -1)).hasSize(3);
		assertThat(this.upstream.ask(() -> "yes")).isCompletedWithValue("yes");
		assertThat(this.upstream.isDown()).isFalse();
		assertThat(output).containsOnlyOnce("The catalogue answers again");
	}

	@Test
	void warnsOnlyOfOneThatHasAnswered(CapturedOutput output) {
		fail();
		assertThat(output).contains("does not answer").doesNotContain("WARN");
		assertThat(this.upstream.ask(() -> "yes")).isCompletedWithValue("yes");
		this.now = this.now.plus(Duration.ofSeconds(31));
		fail();
		assertThat(output).contains("WARN");
	}

	private void fail() {
		assertThat(this.upstream.ask(() -> {
			throw new IllegalStateException("no");
		})).isCompletedExceptionally();
	}

}
