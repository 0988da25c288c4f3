package dev.clickpath.edge.caching;

import java.util.List;
import java.util.Set;

import dev.clickpath.edge.caching.PurgeLog.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PurgeLogTests {

	private static final CacheKey KEY = new CacheKey("http", "shop", "/a");

	private static final Set<String> SHOE = Set.of("shoe", "product");

	private final PurgeLog log = new PurgeLog();

	@Test
	void whatWasAskedForAfterAPurgeIsNotPurged() {
		this.log.purge(KEY, false);
		this.log.purge(Set.of("shoe"), false);
		this.log.purgeEverything(false);
		long asked = this.log.now();
		assertThat(this.log.verdict(SHOE, asked)).isEqualTo(Verdict.VALID);
		assertThat(this.log.verdictOnArrival(KEY, SHOE, asked)).isEqualTo(Verdict.VALID);
	}

	@Test
	void aTagTakesWithItWhatCarriesIt() {
		long asked = this.log.now();
		this.log.purge(Set.of("shoe", "shirt"), false);
		assertThat(this.log.verdict(SHOE, asked)).isEqualTo(Verdict.GONE);
		assertThat(this.log.verdict(Set.of("shirt"), asked)).isEqualTo(Verdict.GONE);
		assertThat(this.log.verdict(Set.of("product"), asked)).isEqualTo(Verdict.VALID);
		assertThat(this.log.verdict(Set.of("Shoe", "sho"), asked)).isEqualTo(Verdict.VALID);
		assertThat(this.log.verdict(Set.of(), asked)).isEqualTo(Verdict.VALID);
	}

	@Test
	void whatArrivesAfterItsPurgeIsGoneByAddressByTagAndWithEverything() {
		long first = this.log.now();
		this.log.purge(KEY, false);
		long second = this.log.now();
		this.log.purge(Set.of("shoe"), false);
		long third = this.log.now();
		this.log.purgeEverything(false);
		CacheKey other = KEY.withTarget("/b");
		assertThat(this.log.verdictOnArrival(KEY, Set.of(), first)).isEqualTo(Verdict.GONE);
		assertThat(this.log.verdictOnArrival(other, SHOE, second)).isEqualTo(Verdict.GONE);
		assertThat(this.log.verdictOnArrival(other, Set.of(), third)).isEqualTo(Verdict.GONE);
		assertThat(this.log.verdictOnArrival(KEY, SHOE, this.log.now())).isEqualTo(Verdict.VALID);
	}

	@Test
	void anAddressIsPurgedForBothSchemesAndForItsHostOnly() {
		long asked = this.log.now();
		this.log.purge(KEY, false);
		assertThat(arrives(new CacheKey("https", "shop", "/a"), asked)).isEqualTo(Verdict.GONE);
		assertThat(arrives(new CacheKey("http", "other", "/a"), asked)).isEqualTo(Verdict.VALID);
		assertThat(arrives(KEY.withTarget("/a?b"), asked)).isEqualTo(Verdict.VALID);
		assertThat(arrives(KEY.withTarget("/A"), asked)).isEqualTo(Verdict.VALID);
	}

	@Test
	void aSoftPurgeLeavesWhatItMakesStale() {
		long asked = this.log.now();
		this.log.purge(KEY, true);
		this.log.purge(Set.of("shoe"), true);
		assertThat(arrives(KEY, asked)).isEqualTo(Verdict.STALE);
		assertThat(this.log.verdict(SHOE, asked)).isEqualTo(Verdict.STALE);
		assertThat(this.log.verdict(Set.of("other"), asked)).isEqualTo(Verdict.VALID);
		this.log.purgeEverything(true);
		assertThat(this.log.verdict(Set.of("other"), asked)).isEqualTo(Verdict.STALE);
	}

	@Test
	void aHardPurgeOutweighsASoftOneBeforeAndAfterIt() {
		long asked = this.log.now();
		this.log.purge(Set.of("shoe"), true);
		this.log.purge(Set.of("shoe"), false);
		this.log.purge(Set.of("shoe"), true);
		assertThat(this.log.verdict(SHOE, asked)).isEqualTo(Verdict.GONE);
	}

	@Test
	void whatWasAskedForBetweenAHardAndASoftPurgeIsStaleOnly() {
		this.log.purge(Set.of("shoe"), false);
		long asked = this.log.now();
		this.log.purge(Set.of("shoe"), true);
		assertThat(this.log.verdict(SHOE, asked)).isEqualTo(Verdict.STALE);
	}

	@Test
	void theWorstOfAllVerdictsCounts() {
		long asked = this.log.now();
		this.log.purgeEverything(true);
		this.log.purge(Set.of("product"), false);
		assertThat(this.log.verdict(SHOE, asked)).isEqualTo(Verdict.GONE);
		assertThat(this.log.verdictOnArrival(KEY, Set.of("other"), asked)).isEqualTo(Verdict.STALE);
	}

	@Test
	void whenFloodedItTrustsNothingThatWasUnderWayBeforeWhatItForgot() {
		long asked = this.log.now();
		this.log.purge(KEY, false);
		for (int i = 0; i < 10_001; i++) {
			this.log.purge(KEY.withTarget("/" + i), false);
		}
		assertThat(arrives(KEY, asked)).isEqualTo(Verdict.GONE);
		assertThat(arrives(KEY.withTarget("/10000"), asked)).isEqualTo(Verdict.GONE);
		assertThat(arrives(KEY.withTarget("/never"), this.log.now())).isEqualTo(Verdict.VALID);
		assertThat(arrives(KEY.withTarget("/10000"), this.log.now() - 1)).isEqualTo(Verdict.GONE);
		assertThat(arrives(KEY.withTarget("/never"), this.log.now() - 1)).isEqualTo(Verdict.VALID);
	}

	/** What is stored stays stored, and only the log knows that it was purged softly. */
	@Test
	void whenFloodedItNeverTakesForValidWhatASoftPurgeMadeStale() {
		long asked = this.log.now();
		this.log.purge(Set.of("shoe"), true);
		for (int i = 0; i < 10_001; i++) {
			this.log.purge(Set.of("tag" + i), true);
		}
		assertThat(this.log.verdict(SHOE, asked)).isNotEqualTo(Verdict.VALID);
		assertThat(this.log.verdict(Set.of(), asked)).isEqualTo(Verdict.VALID);
		assertThat(this.log.verdict(SHOE, this.log.now())).isEqualTo(Verdict.VALID);
	}

	/** Anyone can have addresses invalidated: that must not make what is stored stale. */
	@Test
	void whenFloodedWithAddressesItLeavesAloneWhatIsStored() {
		long asked = this.log.now();
		for (int i = 0; i < 20_001; i++) {
			this.log.purge(KEY.withTarget("/" + i), false);
		}
		assertThat(this.log.verdict(SHOE, asked)).isEqualTo(Verdict.VALID);
	}

	@Test
	void whoNotesTheTimeAfterAPurgeSeesIt() {
		for (int i = 0; i < 1_000; i++) {
			String tag = "t" + i;
			long before = this.log.now();
			this.log.purge(Set.of(tag), false);
			assertThat(this.log.now()).isGreaterThan(before);
			assertThat(List.of(this.log.verdict(Set.of(tag), before), this.log.verdict(Set.of(tag), before + 1)))
				.containsExactly(Verdict.GONE, Verdict.VALID);
		}
	}

	private Verdict arrives(CacheKey key, long asked) {
		return this.log.verdictOnArrival(key, Set.of(), asked);
	}

}
