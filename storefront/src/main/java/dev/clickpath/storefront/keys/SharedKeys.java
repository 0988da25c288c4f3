package dev.clickpath.storefront.keys;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import dev.clickpath.storefront.chores.Chore;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shared keys, each of one purpose. A key is kept for three days and signs for one;
 * it does not sign before all storefronts can have heard of it. They are held in memory:
 * while the database is away, signing and checking go on.
 */
@Component
public class SharedKeys implements Chore {

	private static final Duration LIFETIME = Duration.ofDays(3);

	private static final Duration RENEWAL = Duration.ofDays(1);

	private static final Duration PAUSE = Duration.ofMinutes(1);

	/** In which every storefront has looked several times. */
	private static final Duration SPREADING = Duration.ofMinutes(5);

	private static final int SHORTEST = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	private final InstantSource clock;

	private final ConcurrentMap<String, KeyRing> rings = new ConcurrentHashMap<>();

	SharedKeys(JdbcClient jdbc, TransactionTemplate transactions, InstantSource clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Reads or makes the keys of a purpose, which are kept ready from now on.
	 */
	public void use(String purpose) {
		this.rings.computeIfAbsent(purpose, this::read);
	}

	/**
	 * Signs with the newest key that every storefront knows.
	 * @param length of the signature in bytes, 16 to 32 (RFC 2104, section 5)
	 */
	public byte[] sign(String purpose, byte[] message, int length) {
		return ring(purpose).sign(message, length);
	}

	/**
	 * Whether a storefront has signed this within the last two days or so.
	 * @param signature as long as it was signed, at least 16 bytes
	 */
	public boolean isSigned(String purpose, byte[] message, byte[] signature) {
		return signature.length >= SHORTEST && ring(purpose).isSigned(message, signature);
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	@Override
	public void run() {
		this.rings.replaceAll((purpose, ring) -> read(purpose));
	}

	private KeyRing ring(String purpose) {
		return Objects.requireNonNull(this.rings.get(purpose), "The keys were not asked for before they are used");
	}

	private KeyRing read(String purpose) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			Instant now = this.clock.instant();
			// Two storefronts that start at once make one key.
			this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('shared_key ' || :purpose, 0))")
				.param("purpose", purpose)
				.query((rs, row) -> true)
				.single();
			this.jdbc.sql("delete from shared_key where purpose = :purpose and created_at < :start")
				.param("purpose", purpose)
				.param("start", Timestamp.from(now.minus(LIFETIME)))
				.update();
			List<Key> keys = keys(purpose);
			if (keys.isEmpty() || keys.getFirst().createdAt().isBefore(now.minus(RENEWAL))) {
				make(purpose, now);
				keys = keys(purpose);
			}
			Key signing = keys.stream()
				.filter((key) -> key.createdAt().isBefore(now.minus(SPREADING)))
				.findFirst()
				.orElse(keys.getLast());
			return new KeyRing(signing.secret(), keys.stream().map(Key::secret).toList());
		}));
	}

	/** The newest first. */
	private List<Key> keys(String purpose) {
		return this.jdbc
			.sql("select secret, created_at from shared_key where purpose = :purpose order by created_at desc, id desc")
			.param("purpose", purpose)
			.query((rs, row) -> new Key(rs.getBytes(1), rs.getTimestamp(2).toInstant()))
			.list();
	}

	private void make(String purpose, Instant now) {
		byte[] secret = new byte[32];
		RANDOM.nextBytes(secret);
		this.jdbc.sql("insert into shared_key (purpose, secret, created_at) values (:purpose, :secret, :now)")
			.param("purpose", purpose)
			.param("secret", secret)
			.param("now", Timestamp.from(now))
			.update();
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Key(byte[] secret, Instant createdAt) {
	}

}
