package dev.clickpath.storefront.customer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedPasswordEncoderTests {

	@Test
	void whoFindsNoTurnInTimeIsToldToComeAgain() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		PasswordEncoder slow = new PasswordEncoder() {

			@Override
			public String encode(@Nullable CharSequence password) {
				begun.countDown();
				try {
					end.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				return "hash";
			}

			@Override
			public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
				return true;
			}

		};
		PasswordEncoder encoder = new BoundedPasswordEncoder(slow, 1, Duration.ofMillis(20));
		CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> encoder.encode("first"));
		begun.await();
		assertThatExceptionOfType(BusyException.class).isThrownBy(() -> encoder.matches("second", "hash"));
		end.countDown();
		assertThat(first.join()).isEqualTo("hash");
		assertThat(encoder.matches("third", "hash")).isTrue();
	}

	@Test
	void aPasswordIsTheSameHoweverItsLettersArePutTogether() {
		PasswordEncoder encoder = new BoundedPasswordEncoder(new Argon2PasswordEncoder(16, 32, 1, 1024, 1), 1,
				Duration.ofSeconds(10));
		String hash = encoder.encode("gr\u00fcne Reiher");
		assertThat(encoder.matches("gru\u0308ne Reiher", hash)).isTrue();
		assertThat(encoder.matches("grune Reiher", hash)).isFalse();
	}

}
