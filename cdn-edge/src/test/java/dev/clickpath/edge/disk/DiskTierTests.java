package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.encoding.Effort;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.Representation;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DiskTierTests {

	private static final CacheKey KEY = DiskFixture.key(1);

	@TempDir
	private Path temporary;

	@Test
	void bringsBackWhatWasStoredInAnEarlierLife() {
		try (DiskFixture before = open()) {
			before.keep(1);
		}
		try (DiskFixture after = open().scanned()) {
			assertThat(after.disk.has(KEY)).isTrue();
			assertThat(after.recall(1)).containsExactly("body 1");
			assertThat(DiskFixture.text(after.found(KEY).plain().body())).isEqualTo("body 1");
			assertThat(after.disk.objects()).isEqualTo(1);
			assertThat(after.disk.bytes()).isEqualTo(4096);
		}
	}

	@Test
	void whatTimeHasMadeStaleIsStaleAndUselessIfNothingCanValidateIt() {
		try (DiskFixture before = open()) {
			before.keep(1);
			before.keep(2, "ETag", "\"v\"");
		}
		try (DiskFixture after = new DiskFixture(folder(), 1 << 30, 64 << 20, DiskFixture.NOON.plusSeconds(100))
			.scanned()) {
			assertThat(after.recall(1)).isEmpty();
			assertThat(after.recall(2)).containsExactly("body 2");
			assertThat(after.found(DiskFixture.key(2)).response().freshness().timeToLive(DiskFixture.NOON))
				.isEqualTo(60);
			assertThat(after.files()).hasSize(1);
		}
	}

	@Test
	void theRulesInForceDecideAndNotThoseOfBefore() {
		try (DiskFixture before = open()) {
			before.keep(KEY, before.object("a", "Cache-Control", "max-age=60", "Set-Cookie", "a=b"));
		}
		try (DiskFixture after = open().scanned()) {
			assertThat(after.disk.has(KEY)).isFalse();
			assertThat(after.files()).isEmpty();
		}
	}

	@Test
	void whatIsYetToComeIsNotBelieved() {
		try (DiskFixture before = open()) {
			before.pass(Duration.ofDays(1));
			before.keep(1);
		}
		try (DiskFixture after = open().scanned()) {
			assertThat(after.disk.has(KEY)).isFalse();
		}
	}

	@Test
	void keepsVariantsApart() {
		try (DiskFixture before = open()) {
			for (String origin : List.of("http://a", "http://b")) {
				before.keep(KEY, before.object(FieldList.of("Origin", origin), 200, "for " + origin, "Vary", "Origin",
						"Cache-Control", "max-age=60"));
			}
		}
		try (DiskFixture after = open().scanned()) {
			assertThat(after.recall(1)).containsExactlyInAnyOrder("for http://a", "for http://b");
			StoredObject found = Objects
				.requireNonNull(after.store.find(KEY, FieldList.of("Origin", "http://b")).object());
			assertThat(DiskFixture.text(found.plain().body())).isEqualTo("for http://b");
		}
	}

	@Test
	void keepsThoroughCodingsAndThatOneIsNoSmaller() {
		try (DiskFixture before = open()) {
			StoredObject object = before.object("x".repeat(1_000), "Content-Type", "text/css", "Cache-Control",
					"max-age=60", "ETag", "\"v\"");
			before.store.put(KEY, object);
			before.store.withoutCoding(KEY, object, ContentCoding.GZIP);
			encode(before, object, ContentCoding.ZSTANDARD, Effort.LOW, "quick");
			encode(before, object, ContentCoding.BROTLI, Effort.HIGH, "thorough");
			object.release();
		}
		try (DiskFixture after = open().scanned()) {
			after.recall(1);
			StoredObject found = after.found(KEY);
			assertThat(found.representations()).containsOnlyKeys(ContentCoding.IDENTITY, ContentCoding.BROTLI,
					ContentCoding.GZIP);
			assertThat(found.in(ContentCoding.BROTLI)).satisfies((brotli) -> {
				assertThat(DiskFixture.text(brotli.body())).isEqualTo("thorough");
				assertThat(fields(brotli).get("ETag")).isEqualTo("\"v-br\"");
			});
			assertThat(found.in(ContentCoding.GZIP)).isEqualTo(found.plain());
			after.store.remove(KEY);
			assertThat(after.store.bodyBytes()).isZero();
		}
	}

	private static void encode(DiskFixture edge, StoredObject object, ContentCoding coding, Effort effort,
			String encoded) {
		Body body = edge.body(encoded);
		edge.store.addCoding(KEY, object, coding, effort, body);
		body.release();
	}

	@Test
	void remembersWhatAQueryDoesNotMatterTo() {
		CacheKey path = new CacheKey("http", "shop", "/a");
		try (DiskFixture before = open()) {
			before.keep(path, before.object("a", "Cache-Control", "max-age=60", "No-Vary-Search", "params=(\"utm\")"));
		}
		try (DiskFixture after = open().scanned()) {
			assertThat(after.keys.keyOf(path.withTarget("/a?utm=1"))).isEqualTo(path);
		}
	}

	@Test
	void doesNotWriteDownWhatVisitorsProveThemselvesBy() {
		try (DiskFixture edge = open()) {
			edge.keep(KEY, edge.object(FieldList.of("Cookie", "visitor=1"), 200, "a", "Vary", "Cookie", "Cache-Control",
					"max-age=60"));
			edge.disk.settle();
			assertThat(edge.files()).isEmpty();
		}
	}

	@Test
	void theNewerOfTwoObjectsForTheSameRequestsIsKept() {
		try (DiskFixture before = open()) {
			before.keep(1);
			before.keep(KEY, before.object("newer", "Cache-Control", "max-age=60"));
		}
		try (DiskFixture after = open().scanned()) {
			assertThat(after.recall(1)).containsExactly("newer");
			assertThat(after.disk.objects()).isEqualTo(1);
		}
	}

	@Test
	void deletesWhatIsDamagedAndLeftOverAndLeavesAloneWhatIsNotItsOwn() throws IOException {
		try (DiskFixture before = open()) {
			IntStream.range(0, 4).forEach(before::keep);
		}
		List<Path> files = DiskFixture.files(folder());
		Files.write(files.get(0), new byte[] { 1, 2, 3 });
		Files.move(files.get(1), FileName.of(DiskFixture.key(9), Map.of()).in(folder()));
		byte[] octets = Files.readAllBytes(files.get(2));
		octets[octets.length - 6] ^= 1;
		Files.write(files.get(2), octets);
		Path foreign = Files.writeString(folder().resolve("00/notes"), "mine");
		Path unfinished = Files.writeString(folder().resolve("unfinished"), "half");
		try (DiskFixture after = open().scanned()) {
			assertThat(unfinished).doesNotExist();
			assertThat(after.disk.objects()).isEqualTo(2);
			List<String> bodies = IntStream.range(0, 10).mapToObj(after::recall).flatMap(List::stream).toList();
			assertThat(bodies).hasSize(1);
			after.disk.settle();
			assertThat(after.files()).containsExactly(files.get(3));
			assertThat(after.disk.objects()).isEqualTo(1);
			assertThat(foreign).exists();
		}
	}

	@Test
	void whatIsDeletedBehindItsBackIsGone() throws IOException {
		try (DiskFixture edge = open().scanned()) {
			edge.keep(1);
			edge.disk.settle();
			Files.delete(edge.files().getFirst());
			assertThat(edge.recall(1)).isEmpty();
			assertThat(edge.disk.has(KEY)).isFalse();
		}
	}

	@Test
	void holdsNoMoreBytesThanItMayAndKeepsWhatMemoryUses() {
		try (DiskFixture edge = new DiskFixture(folder(), 400_000, 100_000, DiskFixture.NOON).scanned()) {
			for (int i = 0; i < 300; i++) {
				edge.keep(i);
				edge.found(DiskFixture.key(0));
			}
			edge.disk.settle();
			assertThat(edge.disk.bytes()).isBetween(350_000L, 400_000L);
			assertThat(edge.files()).hasSize((int) edge.disk.objects());
			assertThat(edge.disk.has(DiskFixture.key(0))).isTrue();
			assertThat(edge.disk.has(DiskFixture.key(299))).isTrue();
		}
	}

	@Test
	void afterARestartThereIsRoomForWhatWasUsedLast() {
		try (DiskFixture before = open().scanned()) {
			IntStream.range(0, 100).forEach((i) -> before.keep(i, "ETag", "\"v\""));
			before.disk.settle();
			before.pass(Duration.ofDays(100_000));
			before.recall(7);
		}
		try (DiskFixture after = new DiskFixture(folder(), 40_960).scanned()) {
			assertThat(after.disk.objects()).isEqualTo(10);
			assertThat(after.files()).hasSize(10);
			assertThat(after.recall(7)).containsExactly("body 7");
		}
	}

	@Test
	void anAddressMayHaveSixteenVariantsAtMost() {
		try (DiskFixture edge = open().scanned()) {
			for (int i = 0; i < 40; i++) {
				edge.keep(KEY, edge.object(FieldList.of("Origin", "http://" + i), 200, "a", "Vary", "Origin",
						"Cache-Control", "max-age=60"));
			}
			edge.disk.settle();
			assertThat(edge.files()).hasSize(16);
			assertThat(edge.disk.objects()).isEqualTo(16);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "remove", "expire", "forget", "tags", "softTags", "everything" })
	void whatIsPurgedComesBackNeitherNowNorAfterARestart(String how) {
		try (DiskFixture before = open()) {
			before.keep(1, "Cache-Tag", "shelf", "ETag", "\"v\"");
			before.keep(2, "Cache-Tag", "other", "ETag", "\"v\"");
		}
		Path killed = folder();
		try (DiskFixture edge = open()) {
			// Nobody has looked at the files yet when it is killed.
			purge(edge, how);
			killed = DiskFixture.copy(folder(), this.temporary.resolve("killed"));
			edge.scanned();
			assertThat(edge.disk.has(KEY)).isFalse();
			edge.keep(1, "Cache-Tag", "shelf", "ETag", "\"v\"");
			edge.disk.settle();
			purge(edge, how);
			assertThat(edge.disk.has(KEY)).isFalse();
			edge.keep(3);
		}
		try (DiskFixture after = open().scanned(); DiskFixture other = new DiskFixture(killed).scanned()) {
			assertThat(after.recall(1)).isEmpty();
			assertThat(after.recall(2)).hasSize(how.equals("everything") ? 0 : 1);
			assertThat(after.recall(3)).hasSize(1);
			assertThat(other.recall(1)).isEmpty();
			assertThat(other.recall(2)).hasSize(how.equals("everything") ? 0 : 1);
		}
	}

	private static void purge(DiskFixture edge, String how) {
		switch (how) {
			case "remove" -> edge.store.remove(KEY);
			case "expire" -> edge.store.expire(KEY);
			case "forget" -> edge.store.forget(KEY, DiskFixture.NO_FIELDS);
			case "everything" -> {
				edge.purges.purgeEverything(false);
				edge.store.sweep();
			}
			default -> {
				edge.purges.purge(Set.of("shelf"), how.equals("softTags"));
				edge.store.sweep(Set.of("shelf"));
			}
		}
		edge.store.settle();
	}

	@Test
	void whatIsPurgedWhileItIsBeingWrittenDoesNotComeBack() {
		try (DiskFixture edge = open().scanned()) {
			List<CompletableFuture<Void>> clients = IntStream.range(0, 4)
				.mapToObj((client) -> CompletableFuture.runAsync(() -> {
					for (int i = 0; i < 500; i++) {
						edge.keep(i % 7, "Cache-Tag", "t" + i % 3);
						switch (i % 4) {
							case 0 -> edge.store.remove(DiskFixture.key(i % 7));
							case 1 -> edge.store.forget(DiskFixture.key(i % 7), DiskFixture.NO_FIELDS);
							case 2 -> edge.recall(i % 7);
							default -> {
								edge.purges.purge(Set.of("t" + i % 3), false);
								edge.store.sweep(Set.of("t" + i % 3));
							}
						}
					}
				}))
				.toList();
			clients.forEach(CompletableFuture::join);
			edge.disk.settle();
			assertThat(edge.files()).hasSize((int) edge.disk.objects());
			IntStream.range(0, 7).forEach((number) -> edge.store.remove(DiskFixture.key(number)));
			edge.disk.settle();
			assertThat(edge.files()).isEmpty();
			assertThat(edge.disk.objects()).isZero();
			assertThat(edge.disk.bytes()).isZero();
			assertThat(edge.store.bodyBytes()).isZero();
		}
	}

	@Test
	void aKilledEdgeLeavesWhatItHadWritten() {
		try (DiskFixture edge = open().scanned()) {
			IntStream.range(0, 50).forEach(edge::keep);
			edge.disk.settle();
			edge.store.remove(DiskFixture.key(3));
			Path killed = DiskFixture.copy(folder(), this.temporary.resolve("killed"));
			try (DiskFixture after = new DiskFixture(killed).scanned()) {
				assertThat(after.disk.objects()).isEqualTo(49);
				assertThat(after.recall(3)).isEmpty();
				assertThat(after.recall(4)).containsExactly("body 4");
			}
		}
	}

	@Test
	void tellsInASentenceThatAFolderCannotBeUsed() throws IOException {
		Path file = Files.writeString(this.temporary.resolve("file"), "");
		assertThatThrownBy(() -> new DiskFixture(file)).hasMessage("The edge cannot keep its cache in " + file
				+ " (it is not a folder): choose another folder with --clickpath.edge.disk-folder, or none.");
		assertThatThrownBy(() -> new DiskFixture(Path.of("/proc/none"))).hasMessageContaining("/proc/none (");
		try (DiskFixture edge = open()) {
			assertThat(edge.disk.objects()).isZero();
			assertThatThrownBy(this::open).hasMessageContaining("(another edge uses it)");
		}
	}

	private DiskFixture open() {
		return new DiskFixture(folder());
	}

	private Path folder() {
		return this.temporary.resolve("cache");
	}

	private static MultiMap fields(Representation representation) {
		MultiMap fields = MultiMap.caseInsensitiveMultiMap();
		representation.addFieldsTo(fields);
		return fields;
	}

}
