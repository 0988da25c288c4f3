package dev.clickpath.edge.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.store.StoredObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InventoryTests {

	private static final CacheKey KEY = DiskFixture.key(1);

	private static final FileName NAME = FileName.of(KEY, Map.of());

	private final PurgeLog purges = new PurgeLog();

	private final Inventory inventory = new Inventory(this.purges, 1, 1 << 20, 20_000, new Tombstones());

	@TempDir
	private Path folder;

	private DiskFixture bodies;

	private StoredObject object;

	@BeforeEach
	void store() {
		this.bodies = new DiskFixture(this.folder);
		this.object = this.bodies.object("x".repeat(2_000), "Cache-Tag", "shelf");
		this.inventory.complete();
	}

	@AfterEach
	void letGo() {
		this.object.release();
		assertThat(this.bodies.store.bodyBytes()).isZero();
		this.bodies.close();
	}

	@Test
	void whatIsRemovedWhileItWaitsIsNotWritten() {
		announce();
		assertThat(this.inventory.remove(NAME.key()).tombstones()).isEmpty();
		assertThat(this.inventory.begin(NAME)).isNull();
	}

	@Test
	void whatIsRemovedByATagWhileItWaitsIsNotWritten() {
		announce();
		this.inventory.remove(Set.of("other"));
		this.inventory.remove(Set.of("shelf"));
		assertThat(this.inventory.begin(NAME)).isNull();
	}

	@Test
	void whatIsRemovedWhileItIsWrittenDoesNotLand() {
		for (Runnable removal : List.<Runnable>of(() -> this.inventory.remove(NAME.key()),
				() -> this.inventory.remove(Set.of("shelf")), this.inventory::removeEverything)) {
			announce();
			PendingWrite write = begin();
			removal.run();
			assertThat(this.inventory.land(write, entry())).isFalse();
			assertThat(this.inventory.has(NAME)).isFalse();
			write.object().release();
		}
	}

	@Test
	void whatIsRemovedBetweenItsLandingAndItsFileIsToBeDeleted() {
		announce();
		PendingWrite write = begin();
		Entry entry = entry();
		assertThat(this.inventory.land(write, entry)).isTrue();
		assertThat(this.inventory.holds(NAME.key(), entry)).isTrue();
		Inventory.Removal removal = this.inventory.remove(NAME.key());
		assertThat(removal.files()).containsExactly(NAME);
		assertThat(removal.tombstones()).hasSize(1);
		assertThat(this.inventory.holds(NAME.key(), entry)).isFalse();
		write.object().release();
	}

	@Test
	void whatWasPurgedBeforeItIsAnnouncedIsNotWritten() {
		this.purges.purge(Set.of("shelf"), true);
		assertThat(this.inventory.announce(NAME, KEY, this.object)).isEqualTo(Inventory.Outcome.PURGED);
	}

	@Test
	void aLaterObjectTakesThePlaceOfOneThatWaits() {
		announce();
		StoredObject later = this.bodies.object("later");
		assertThat(this.inventory.announce(NAME, KEY, later)).isEqualTo(Inventory.Outcome.QUEUED);
		later.release();
		PendingWrite write = begin();
		assertThat(DiskFixture.text(write.object().plain().body())).isEqualTo("later");
		write.object().release();
		assertThat(this.inventory.begin(NAME)).isNull();
	}

	@Test
	void skipsWhatThereIsNoRoomFor() {
		int queued = 0;
		for (int i = 0; i < 10; i++) {
			CacheKey key = DiskFixture.key(i);
			FileName name = FileName.of(key, Map.of());
			queued += (this.inventory.announce(name, key, this.object) == Inventory.Outcome.QUEUED) ? 1 : 0;
		}
		assertThat(queued).isEqualTo(3);
		this.inventory.removeEverything();
	}

	@Test
	void whatCannotBeWrittenIsNoLongerThereInItsOldForm() {
		announce();
		PendingWrite write = begin();
		this.inventory.land(write, entry());
		write.object().release();
		StoredObject large = this.bodies.object("x".repeat(30_000));
		assertThat(this.inventory.announce(NAME, KEY, large)).isEqualTo(Inventory.Outcome.SKIPPED_SUPERSEDING);
		assertThat(this.inventory.has(NAME)).isFalse();
		large.release();
	}

	@Test
	void evictsWhatWasNotUsedForLongest() {
		for (int i = 0; i < 300; i++) {
			CacheKey key = DiskFixture.key(i);
			FileName name = FileName.of(key, Map.of());
			this.inventory.announce(name, key, this.object);
			PendingWrite write = Objects.requireNonNull(this.inventory.begin(name));
			this.inventory.land(write, new Entry(name, 4_000, 0, Set.of()));
			write.object().release();
			this.inventory.use(Digest.of(DiskFixture.key(0)));
			this.inventory.evict();
			assertThat(this.inventory.bytes()).isLessThanOrEqualTo(1 << 20);
		}
		assertThat(this.inventory.has(Digest.of(DiskFixture.key(0)))).isTrue();
		assertThat(this.inventory.has(Digest.of(DiskFixture.key(1)))).isFalse();
		assertThat(this.inventory.has(Digest.of(DiskFixture.key(299)))).isTrue();
		assertThat(this.inventory.objects()).isBetween(240L, 256L);
	}

	private void announce() {
		assertThat(this.inventory.announce(NAME, KEY, this.object)).isEqualTo(Inventory.Outcome.QUEUED);
	}

	private PendingWrite begin() {
		return Objects.requireNonNull(this.inventory.begin(NAME));
	}

	private static Entry entry() {
		return new Entry(NAME, 2_000, 0, Set.of("shelf"));
	}

}
