package dev.clickpath.edge.store;

import java.time.Instant;
import java.util.Objects;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.ContentCoding;
import io.netty.buffer.ByteBuf;
import io.vertx.core.internal.buffer.BufferInternal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectStoreTests {

	private static final FieldList NO_FIELDS = FieldList.of();

	private static final CacheKey KEY = new CacheKey("shop", "/a");

	private final ObjectStore store = new ObjectStore(1_000_000);

	@Test
	void holdsNoMoreBytesThanItMay() {
		for (int i = 0; i < 1_000; i++) {
			this.store.put(new CacheKey("shop", "/" + i), object(NO_FIELDS, 10_000));
		}
		Awaitility.await().untilAsserted(() -> {
			assertThat(this.store.weight()).isBetween(500_000L, 1_000_000L);
			assertThat(this.store.evictions()).isEqualTo(1_000 - this.store.objects());
			assertThat(this.store.evictedBytes()).isGreaterThan(9_000_000L - 1_000_000L);
		});
	}

	@Test
	void countsTheBytesOfEveryCoding() {
		StoredObject object = object(NO_FIELDS, 10_000);
		this.store.put(KEY, object);
		long plain = this.store.weight();
		this.store.addCoding(KEY, object, ContentCoding.BROTLI, new byte[2_000]);
		this.store.addCoding(KEY, object, ContentCoding.GZIP, new byte[3_000]);
		assertThat(this.store.weight() - plain).isBetween(5_000L, 5_500L);
		assertThat(found().representations()).containsOnlyKeys(ContentCoding.IDENTITY, ContentCoding.BROTLI,
				ContentCoding.GZIP);
	}

	@Test
	void aCodingThatIsNoSmallerIsNotKept() {
		StoredObject object = object(NO_FIELDS, 1_000);
		this.store.put(KEY, object);
		long plain = this.store.weight();
		assertThat(this.store.addCoding(KEY, object, ContentCoding.GZIP, new byte[1_001]).coding())
			.isEqualTo(ContentCoding.IDENTITY);
		assertThat(this.store.weight()).isEqualTo(plain);
	}

	@Test
	void aCodingOutlivesFresheningAndFollowsTheBody() {
		StoredObject object = object(NO_FIELDS, 1_000);
		this.store.put(KEY, object);
		this.store.put(KEY, object.with(response(NO_FIELDS)));
		this.store.addCoding(KEY, object, ContentCoding.BROTLI, new byte[10]);
		assertThat(found().in(ContentCoding.BROTLI)).isNotNull();
		this.store.put(KEY, object(NO_FIELDS, 1_000));
		this.store.addCoding(KEY, object, ContentCoding.GZIP, new byte[10]);
		assertThat(found().in(ContentCoding.GZIP)).isNull();
	}

	@Test
	void givesEachCodingATagAndTheRightFields() {
		Representation brotli = object(NO_FIELDS, 1_000).represent(ContentCoding.BROTLI, new byte[10]);
		assertThat(brotli.fields().get("ETag")).isEqualTo("\"v-br\"");
		assertThat(brotli.fields().get("Content-Encoding")).isEqualTo("br");
		assertThat(brotli.fields().getAll("Vary")).containsExactly("Origin", "Accept-Encoding");
		assertThat(brotli.fields().contains("Content-Length")).isFalse();
	}

	@Test
	void keepsVariantsApartAndTheNewestOfEach() {
		StoredObject first = object(FieldList.of("Origin", "http://a"), 1_000);
		StoredObject second = object(FieldList.of("Origin", "http://b"), 1_000);
		StoredObject third = object(FieldList.of("Origin", "http://a"), 1_000);
		this.store.put(KEY, first);
		this.store.put(KEY, second);
		this.store.put(KEY, third);
		assertThat(this.store.find(KEY, FieldList.of("Origin", "http://a")).object()).isSameAs(third);
		assertThat(this.store.find(KEY, FieldList.of("Origin", "http://b")).object()).isSameAs(second);
		assertThat(this.store.find(KEY, NO_FIELDS)).isEqualTo(new ObjectStore.Lookup(null, true));
	}

	@Test
	void doesNotLetOneAddressFillItWithVariants() {
		for (int i = 0; i < 1_000; i++) {
			this.store.put(KEY, object(FieldList.of("Origin", "http://" + i), 1_000));
		}
		assertThat(this.store.weight()).isLessThan(50_000);
	}

	@Test
	void handsOutViewsThatCannotBeReleased() {
		Body body = Body.of(new byte[] { 1, 2, 3 });
		for (int i = 0; i < 3; i++) {
			ByteBuf view = ((BufferInternal) body.part(1, 2)).getByteBuf();
			assertThat(view.isDirect()).isTrue();
			view.release();
			assertThat(view.getByte(0)).isEqualTo((byte) 2);
		}
		assertThat(body.copy()).containsExactly(1, 2, 3);
	}

	private StoredObject found() {
		return Objects.requireNonNull(this.store.find(KEY, NO_FIELDS).object());
	}

	private static StoredObject object(FieldList request, int length) {
		return StoredObject.of(response(request), Body.of(new byte[length]));
	}

	private static StoredResponse response(FieldList request) {
		return StoredResponse.of(request, 200,
				FieldList.of("Content-Type", "text/css", "ETag", "\"v\"", "Vary", "Origin", "Content-Length", "1000"),
				Instant.EPOCH, Instant.EPOCH);
	}

}
