package dev.clickpath.storefront.keys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class SharedKeysTests extends RunningStorefront {

	private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private final String purpose = "test " + UUID.randomUUID().toString().substring(0, 8);

	private Instant now = Instant.parse("2026-11-25T10:00:00Z");

	@Test
	void whatOneStorefrontSignedAnotherAccepts() {
		byte[] signature = storefront().sign(this.purpose, MESSAGE, 16);
		assertThat(storefront().isSigned(this.purpose, MESSAGE, signature)).isTrue();
		assertThat(storefront().isSigned(this.purpose, "other".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
		assertThat(storefront().isSigned(this.purpose, MESSAGE, new byte[0])).isFalse();
		signature[3] ^= 1;
		assertThat(storefront().isSigned(this.purpose, MESSAGE, signature)).isFalse();
	}

	@Test
	void storefrontsThatStartAtOnceShareOneKey() throws Exception {
		List<Callable<SharedKeys>> starts = Stream.<Callable<SharedKeys>>generate(() -> this::storefront)
			.limit(8)
			.toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (var started : threads.invokeAll(starts)) {
				started.get();
			}
		}
		assertThat(keys()).isEqualTo(1);
	}

	@Test
	void aNewKeySignsOnceAllKnowItAndTheOldOneCountsForTwoDaysMore() {
		SharedKeys storefront = storefront();
		byte[] old = storefront.sign(this.purpose, MESSAGE, 32);
		after(Duration.ofDays(1).plusSeconds(1));
		storefront.run();
		assertThat(keys()).isEqualTo(2);
		assertThat(storefront.sign(this.purpose, MESSAGE, 32)).as("others may not know the new key yet").isEqualTo(old);
		after(Duration.ofMinutes(6));
		storefront.run();
		assertThat(storefront.sign(this.purpose, MESSAGE, 32)).isNotEqualTo(old);
		assertThat(storefront.isSigned(this.purpose, MESSAGE, old)).isTrue();
		after(Duration.ofDays(2));
		storefront.run();
		assertThat(storefront.isSigned(this.purpose, MESSAGE, old)).isFalse();
	}

	private SharedKeys storefront() {
		SharedKeys keys = new SharedKeys(this.jdbc, this.transactions, () -> this.now);
		keys.use(this.purpose);
		return keys;
	}

	private void after(Duration duration) {
		this.now = this.now.plus(duration);
	}

	private int keys() {
		return this.jdbc.sql("select count(*)::integer from shared_key where purpose = :purpose")
			.param("purpose", this.purpose)
			.query(Integer.class)
			.single();
	}

}
