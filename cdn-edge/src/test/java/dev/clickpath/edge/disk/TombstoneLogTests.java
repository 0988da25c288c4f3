package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TombstoneLogTests {

	private static final Digest KEY = new Digest(1, 2);

	@TempDir
	private Path folder;

	private Path path = Path.of("");

	@BeforeEach
	void name() {
		this.path = this.folder.resolve("tombstones");
	}

	@Test
	void remembersWhatWasRemovedInEarlierLives() throws IOException {
		long life = add(Tombstone.ofKey(KEY, new Mark(100, 5)));
		add(Tombstone.ofTag("shelf", new Mark(life, 6)));
		try (TombstoneLog log = TombstoneLog.open(this.path, 0)) {
			assertThat(log.life()).isGreaterThan(life);
			Tombstones tombstones = Tombstones.of(log.earlier());
			assertThat(tombstones.cover(KEY, Set.of(), new Mark(100, 4))).isTrue();
			assertThat(tombstones.cover(KEY, Set.of(), new Mark(100, 5))).isFalse();
			assertThat(tombstones.cover(new Digest(1, 3), Set.of(), new Mark(100, 4))).isFalse();
			assertThat(tombstones.cover(new Digest(1, 3), Set.of("other", "shelf"), new Mark(life, 5))).isTrue();
			assertThat(tombstones.cover(new Digest(1, 3), Set.of("shelf"), new Mark(life + 1, 0))).isFalse();
		}
	}

	@Test
	void forgetsWhenItIsEmptied() throws IOException {
		long life = add(Tombstone.ofKey(KEY, new Mark(100, 5)));
		try (TombstoneLog log = TombstoneLog.open(this.path, 0)) {
			log.add(List.of(Tombstone.ofEverything(new Mark(life, 1))));
			log.empty();
			assertThat(Files.size(this.path)).isGreaterThan(2 * Tombstone.SIZE);
			log.done();
			log.empty();
			log.add(List.of(Tombstone.ofKey(KEY, new Mark(life, 2))));
		}
		try (TombstoneLog log = TombstoneLog.open(this.path, 0)) {
			assertThat(log.earlier()).containsExactly(Tombstone.ofKey(KEY, new Mark(life, 2)));
		}
	}

	@Test
	void whenItIsMissingEverythingWasRemoved() throws IOException {
		try (TombstoneLog log = TombstoneLog.open(this.path, 1_000)) {
			assertThatNothingIsLeftFrom(log, 999);
		}
	}

	@Test
	void whenItIsDamagedEverythingWasRemoved() throws IOException {
		add(Tombstone.ofKey(KEY, new Mark(100, 5)), Tombstone.ofEverything(new Mark(100, 6)));
		byte[] octets = Files.readAllBytes(this.path);
		for (int i = 0; i < octets.length; i++) {
			byte[] flipped = octets.clone();
			flipped[i] ^= 4;
			assertThatIsDamaged(flipped);
		}
		for (int length = 0; length < octets.length; length++) {
			boolean atSeam = (octets.length - length) % Tombstone.SIZE == 0;
			if (!atSeam) {
				assertThatIsDamaged(Arrays.copyOf(octets, length));
			}
		}
	}

	private void assertThatIsDamaged(byte[] octets) throws IOException {
		Files.write(this.path, octets);
		for (long present = 10_000; present < 10_002; present++) {
			try (TombstoneLog log = TombstoneLog.open(this.path, present)) {
				assertThatNothingIsLeftFrom(log, 9_999);
			}
		}
	}

	private static void assertThatNothingIsLeftFrom(TombstoneLog log, long life) {
		Tombstones tombstones = Tombstones.of(log.earlier());
		assertThat(tombstones.cover(KEY, Set.of(), new Mark(life, Long.MAX_VALUE))).isTrue();
		assertThat(tombstones.cover(KEY, Set.of(), new Mark(log.life(), 1))).isFalse();
	}

	@Test
	void keepsTheFolderForOneEdge() throws IOException {
		try (TombstoneLog log = TombstoneLog.open(this.path, 1)) {
			assertThatThrownBy(() -> TombstoneLog.open(this.path, 1)).hasMessageContaining("another edge uses it");
			assertThat(log.life()).isEqualTo(1);
		}
	}

	private long add(Tombstone... tombstones) throws IOException {
		try (TombstoneLog log = TombstoneLog.open(this.path, 100)) {
			log.add(List.of(tombstones));
			return log.life();
		}
	}

}
