package dev.clickpath.storefront.customer;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsTests extends RunningStorefront {

	private final String email = UUID.randomUUID() + "@example.org";

	@Autowired
	private Customers customers;

	@Test
	void whoHasNoAccountCostsAsMuchAsAWrongPassword() {
		Counting encoder = new Counting(cheap(1));
		Credentials credentials = credentials(encoder);
		add(credentials);
		assertThat(encoder.since()).isEqualTo(1);
		credentials.check("somebody else " + this.email, "seven grey herons");
		int unknown = encoder.since();
		credentials.check(this.email, "eight grey herons");
		assertThat(encoder.since()).isEqualTo(unknown - 1).isEqualTo(1);
		credentials.check("somebody else " + this.email, "seven grey herons");
		assertThat(encoder.since()).as("the first time one hash more is made, to compare with").isEqualTo(1);
	}

	@Test
	void aPasswordOfYesterdaysCostIsHashedAnewWhenItIsUsed() {
		add(credentials(cheap(1)));
		String before = hash();
		assertThat(credentials(cheap(2)).check(this.email, "eight grey herons")).isEmpty();
		assertThat(hash()).isEqualTo(before);
		assertThat(credentials(cheap(2)).check(this.email, "seven grey herons")).isPresent();
		assertThat(hash()).isNotEqualTo(before).startsWith("$argon2id$v=19$m=1024,t=2,p=1$");
		assertThat(credentials(cheap(2)).check(this.email, "seven grey herons")).isPresent();
	}

	@Test
	void anEndlessPasswordIsNotReadThrough() {
		add(credentials(cheap(1)));
		assertThat(credentials(cheap(1)).check(this.email, "seven grey herons".repeat(100_000))).isEmpty();
	}

	@Test
	void hashingAnewNeverBringsAnOldPasswordBack() {
		Credentials credentials = credentials(cheap(1));
		add(credentials);
		CustomerDetails before = (CustomerDetails) this.customers.loadUserByUsername(this.email);
		Proven proven = credentials.check(this.email, "seven grey herons").orElseThrow();
		assertThat(this.customers.changePassword(proven, credentials.hash("eight grey herons"))).isTrue();
		this.customers.updatePassword(before, credentials.hash("seven grey herons"));
		assertThat(credentials.check(this.email, "seven grey herons")).isEmpty();
		assertThat(credentials.check(this.email, "eight grey herons")).isPresent();
		assertThat(this.customers.changePassword(proven, credentials.hash("nine grey herons")))
			.as("with a password that is an old one by now")
			.isFalse();
	}

	private Credentials credentials(PasswordEncoder encoder) {
		return new Credentials(new CredentialsConfiguration().authenticationManager(this.customers, encoder), encoder);
	}

	private void add(Credentials credentials) {
		assertThat(this.customers.add(new Customer(UUID.randomUUID(), "Ada", this.email), this.email,
				credentials.hash("seven grey herons"), UUID.randomUUID().toString()))
			.isTrue();
	}

	private String hash() {
		return String.valueOf(this.customers.loadUserByUsername(this.email).getPassword());
	}

	private static PasswordEncoder cheap(int iterations) {
		return new Argon2PasswordEncoder(16, 32, 1, 1024, iterations);
	}

	/** Counts what it is asked to reckon. */
	private static final class Counting implements PasswordEncoder {

		private final PasswordEncoder encoder;

		private final AtomicInteger count = new AtomicInteger();

		Counting(PasswordEncoder encoder) {
			this.encoder = encoder;
		}

		int since() {
			return this.count.getAndSet(0);
		}

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			this.count.incrementAndGet();
			return this.encoder.encode(password);
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			this.count.incrementAndGet();
			return this.encoder.matches(password, hash);
		}

	}

}
