package dev.clickpath.edge.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheRules;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.KeyRules;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.BodyWriter;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.buffer.Buffer;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A store with a tier on disk behind it, with a clock that the test moves.
 */
public final class DiskFixture implements AutoCloseable {

	static final FieldList NO_FIELDS = FieldList.of();

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	final PurgeLog purges = new PurgeLog();

	final KeyRules keys = new KeyRules(false, List.of());

	final DiskTier disk;

	final ObjectStore store;

	private final Path folder;

	private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

	DiskFixture(Path folder) {
		this(folder, 1 << 30);
	}

	DiskFixture(Path folder, long capacity) {
		this(folder, capacity, 64 << 20, NOON);
	}

	DiskFixture(Path folder, long capacity, long memory, Instant present) {
		this.folder = folder;
		this.now.set(present);
		this.disk = DiskTier.open(folder, capacity, 16 << 20, this.purges,
				new CachePolicy(CacheRules.CAUTIOUS, this.now::get), this.keys, this.now::get);
		this.store = new ObjectStore(memory, this.purges, this.disk, this.now::get);
	}

	/**
	 * Takes stock of what is there from before.
	 */
	DiskFixture scanned() {
		this.disk.start(this.store);
		Awaitility.await().until(() -> this.disk.isComplete());
		this.disk.settle();
		return this;
	}

	static CacheKey key(int number) {
		return new CacheKey("http", "shop", "/" + number);
	}

	StoredObject object(String body, String... fields) {
		return object(NO_FIELDS, 200, body, fields);
	}

	StoredObject object(FieldList request, int status, String body, String... fields) {
		StoredResponse response = StoredResponse.of(CacheRules.CAUTIOUS, request, status, FieldList.of(fields),
				this.now.get(), this.now.get());
		return StoredObject.of(response, body(body), this.purges.now());
	}

	Body body(String text) {
		BodyWriter writer = this.store.writer();
		assertThat(writer.append(Buffer.buffer(text.getBytes(StandardCharsets.ISO_8859_1)))).isTrue();
		return writer.finish();
	}

	void keep(CacheKey key, StoredObject object) {
		this.store.put(key, object);
		object.release();
	}

	/**
	 * Keeps a small object that is fresh for a minute.
	 */
	void keep(int number, String... fields) {
		List<String> all = new ArrayList<>(List.of(fields));
		all.addAll(List.of("Cache-Control", "max-age=60"));
		keep(key(number), object("body " + number, all.toArray(String[]::new)));
	}

	/**
	 * The bodies that are read back from disk.
	 */
	List<String> recall(int number) {
		List<Recalled> recalled = this.disk.recall(key(number));
		List<String> bodies = recalled.stream()
			.filter(Recalled::isCurrent)
			.map((one) -> text(one.object().plain().body()))
			.toList();
		recalled.forEach((one) -> one.object().release());
		return bodies;
	}

	StoredObject found(CacheKey key) {
		return Objects.requireNonNull(this.store.find(key, NO_FIELDS).object());
	}

	static String text(Body body) {
		return new String(body.copy(), StandardCharsets.ISO_8859_1);
	}

	void pass(Duration time) {
		this.now.updateAndGet((before) -> before.plus(time));
	}

	List<Path> files() {
		return files(this.folder);
	}

	/**
	 * The files of objects in a folder.
	 */
	public static List<Path> files(Path folder) {
		try (Stream<Path> all = Files.walk(folder, 2)) {
			return all.filter((file) -> FileName.parse(file) != null).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What another edge would find if this one were killed now.
	 */
	public static Path copy(Path folder, Path copy) {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path file : all.toList()) {
				try {
					Files.copy(file, copy.resolve(folder.relativize(file)));
				}
				catch (NoSuchFileException ex) {
					// The writer has just deleted it: a killed edge would not have it
					// either.
				}
			}
			return copy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.disk.close();
	}

}
