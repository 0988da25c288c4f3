package dev.clickpath.edge.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CacheRules;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.BodyWriter;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ObjectFileTests {

	private static final CacheKey KEY = new CacheKey("https", "shop:8443", "/a?b=\u00e9");

	private static final ObjectHead HEAD = head(List.of(new ObjectHead.Part(ContentCoding.IDENTITY, 300),
			new ObjectHead.Part(ContentCoding.BROTLI, 20), new ObjectHead.Part(ContentCoding.GZIP, -1)), null);

	private final ObjectStore store = new ObjectStore(16 << 20, new PurgeLog(), InstantSource.system());

	@TempDir
	private Path folder;

	@Test
	void readsWhatItWrote() throws IOException {
		Path file = written(HEAD, 300, 20);
		ObjectFile.Content content = ObjectFile.read(file, this.store::writer);
		assertThat(content.head()).isEqualTo(HEAD);
		assertThat(content.bodies()).extracting(Body::copy).containsExactly(octets(300), octets(20));
		assertThat(ObjectFile.readHead(file)).isEqualTo(HEAD);
		content.bodies().forEach(Body::release);
		assertThat(this.store.bodyBytes()).isZero();
	}

	@Test
	void readsLargeAndEmptyBodies() throws IOException {
		int large = 5_000_001;
		Path file = written(head(List.of(new ObjectHead.Part(ContentCoding.IDENTITY, large)), null), large);
		assertThat(ObjectFile.read(file, this.store::writer).bodies().getFirst().copy()).isEqualTo(octets(large));
		Path empty = written(head(List.of(new ObjectHead.Part(ContentCoding.IDENTITY, 0)), null), 0);
		assertThat(ObjectFile.read(empty, this.store::writer).bodies().getFirst().length()).isZero();
	}

	@Test
	void keepsARange() throws IOException {
		ObjectHead part = head(List.of(new ObjectHead.Part(ContentCoding.IDENTITY, 10)), new ContentRange(5, 10, -1));
		assertThat(ObjectFile.readHead(written(part, 10))).isEqualTo(part);
	}

	@Test
	void aFileThatIsTornIsNeverTakenForWhole() throws IOException {
		byte[] whole = Files.readAllBytes(written(HEAD, 300, 20));
		for (int length = 0; length < whole.length; length++) {
			assertThatIsDamaged(Arrays.copyOf(whole, length));
		}
		assertThatIsDamaged(Arrays.copyOf(whole, whole.length + 1));
		assertThat(this.store.bodyBytes()).isZero();
	}

	@Test
	void aFileInWhichABitHasFlippedIsNeverTakenForWhole() throws IOException {
		byte[] octets = Files.readAllBytes(written(HEAD, 300, 20));
		for (int bit = 0; bit < octets.length * 8; bit++) {
			octets[bit / 8] ^= (byte) (1 << (bit % 8));
			assertThatIsDamaged(octets);
			octets[bit / 8] ^= (byte) (1 << (bit % 8));
		}
		assertThat(this.store.bodyBytes()).isZero();
	}

	@Test
	void aFileOfAnotherVersionIsNotRead() throws IOException {
		byte[] octets = Files.readAllBytes(written(HEAD, 300, 20));
		ByteBuffer.wrap(octets).putInt(4, 2);
		assertThatIsDamaged(octets);
	}

	@Test
	void aHeadThatCannotBeTrueIsNotBelieved() throws IOException {
		ObjectHead.Part plain = new ObjectHead.Part(ContentCoding.IDENTITY, 10);
		ObjectHead.Part brotli = new ObjectHead.Part(ContentCoding.BROTLI, 5);
		assertThatIsNoHead(head(List.of(), null));
		assertThatIsNoHead(head(List.of(brotli), null));
		assertThatIsNoHead(head(List.of(brotli, plain), null));
		assertThatIsNoHead(head(List.of(plain, plain), null));
		assertThatIsNoHead(head(List.of(plain, brotli, brotli), null));
		assertThatIsNoHead(head(List.of(new ObjectHead.Part(ContentCoding.IDENTITY, -1)), null));
		assertThatIsNoHead(head(List.of(plain, new ObjectHead.Part(ContentCoding.GZIP, -2)), null));
		assertThatIsNoHead(head(List.of(plain), new ContentRange(0, 11, 20)));
		assertThatIsNoHead(head(List.of(plain), new ContentRange(-1, 10, 20)));
		assertThatIsNoHead(head(List.of(plain), new ContentRange(15, 10, 20)));
		assertThatIsNoHead(head(List.of(plain), new ContentRange(Long.MAX_VALUE, 10, -1)));
		assertThatIsNoHead(with(200, FieldList.of("X", "a\r\nSet-Cookie: b"), Duration.ZERO));
		assertThatIsNoHead(with(200, FieldList.of("X:", "a"), Duration.ZERO));
		assertThatIsNoHead(with(100, FieldList.of(), Duration.ZERO));
		assertThatIsNoHead(with(200, FieldList.of(), Duration.ofSeconds(-1)));
	}

	@Test
	void aLengthThatIsALieTakesNoMemory() throws IOException {
		ObjectHead lie = head(List.of(new ObjectHead.Part(ContentCoding.IDENTITY, Integer.MAX_VALUE)), null);
		byte[] octets = Files.readAllBytes(written(lie, 10));
		assertThatIsDamaged(octets);
		ByteBuffer.wrap(octets).putInt(8, Integer.MAX_VALUE);
		assertThatIsDamaged(octets);
	}

	@Test
	void tellsTheSameResponseAsWasStored() {
		FieldList request = FieldList.of("Accept-Language", "en, de;q=0.5", "Origin", "http://a");
		FieldList fields = FieldList.of("Content-Type", "text/css", "ETag", "\"v\"", "Vary",
				"Origin, Accept-Language, X-None", "Age", "20", "Cache-Control", "max-age=60", "Cache-Tag", "a, b",
				"Date", "Sun, 01 Mar 2026 11:59:50 GMT");
		StoredResponse response = StoredResponse.of(CacheRules.CAUTIOUS, request, 200, fields,
				DiskFixture.NOON.minusSeconds(3), DiskFixture.NOON);
		assertThat(kept(response).response(CacheRules.CAUTIOUS)).isEqualTo(response);
	}

	@Test
	void tellsTheSamePartAsWasStored() {
		StoredResponse part = StoredResponse
			.of(CacheRules.CAUTIOUS, DiskFixture.NO_FIELDS, 206,
					FieldList.of("ETag", "\"v\"", "Content-Range", "bytes 5-9/20"), DiskFixture.NOON, DiskFixture.NOON)
			.with(new ContentRange(5, 5, 20));
		assertThat(kept(part).response(CacheRules.CAUTIOUS)).isEqualTo(part);
	}

	private ObjectHead kept(StoredResponse response) {
		return ObjectHead.of(KEY, StoredObject.of(response, body(5), 0), new Mark(1, 1));
	}

	private Path written(ObjectHead head, int... lengths) throws IOException {
		Path file = this.folder.resolve("file");
		List<Body> bodies = Arrays.stream(lengths).mapToObj(this::body).toList();
		assertThat(ObjectFile.write(file, head, bodies)).isEqualTo(Files.size(file));
		bodies.forEach(Body::release);
		return file;
	}

	private void assertThatIsDamaged(byte[] octets) throws IOException {
		Path file = Files.write(this.folder.resolve("damaged"), octets);
		assertThatThrownBy(() -> ObjectFile.read(file, this.store::writer)).isInstanceOf(DamagedFileException.class);
	}

	private static void assertThatIsNoHead(ObjectHead head) throws IOException {
		byte[] octets = HeadFormat.write(head);
		assertThatThrownBy(() -> HeadFormat.read(octets)).isInstanceOf(DamagedFileException.class);
	}

	private static ObjectHead head(List<ObjectHead.Part> parts, @Nullable ContentRange range) {
		return new ObjectHead(KEY, new Mark(3, 4), 200,
				FieldList.of("Content-Type", "text/css", "X-Empty", "", "X-Two", "a", "X-Two", "\u00fc"),
				Map.of("accept-language", "en", "x-none", ""), DiskFixture.NOON.plusNanos(7), Duration.ofSeconds(5),
				range, parts);
	}

	private static ObjectHead with(int status, FieldList fields, Duration age) {
		return new ObjectHead(KEY, new Mark(3, 4), status, fields, Map.of(), DiskFixture.NOON, age, null,
				List.of(new ObjectHead.Part(ContentCoding.IDENTITY, 0)));
	}

	private Body body(int length) {
		BodyWriter writer = this.store.writer();
		assertThat(writer.append(Buffer.buffer(octets(length)))).isTrue();
		return writer.finish();
	}

	private static byte[] octets(int length) {
		byte[] octets = new byte[length];
		for (int i = 0; i < length; i++) {
			octets[i] = (byte) (i * 31 + i / 256);
		}
		return octets;
	}

}
