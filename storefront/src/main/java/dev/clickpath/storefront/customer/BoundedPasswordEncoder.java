package dev.clickpath.storefront.customer;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes a few passwords at a time, since each hash needs a good part of the heap and a
 * core; whoever waits too long for their turn is told to come again. However a letter is
 * put together (Unicode NFKC), and so whichever keyboard is used, a password stays the
 * same.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

	private final PasswordEncoder encoder;

	private final Semaphore turns;

	private final Duration patience;

	BoundedPasswordEncoder(PasswordEncoder encoder, int atOnce, Duration patience) {
		this.encoder = encoder;
		this.turns = new Semaphore(atOnce, true);
		this.patience = patience;
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return inTurn(() -> this.encoder.encode(same(password)));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		return inTurn(() -> this.encoder.matches(same(password), hash));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T extends @Nullable Object> T inTurn(Supplier<T> hashing) {
		try {
			if (!this.turns.tryAcquire(this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new BusyException();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BusyException();
		}
		try {
			return hashing.get();
		}
		finally {
			this.turns.release();
		}
	}

	private static @Nullable String same(@Nullable CharSequence password) {
		return (password != null) ? Normalizer.normalize(password, Normalizer.Form.NFKC) : null;
	}

}
