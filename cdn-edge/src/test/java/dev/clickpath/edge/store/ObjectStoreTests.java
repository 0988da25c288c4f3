package dev.clickpath.edge.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.CacheRules;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.caching.StoredResponse;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.encoding.Effort;
import io.netty.buffer.ByteBuf;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectStoreTests {

	private static final FieldList NO_FIELDS = FieldList.of();

	private static final CacheKey KEY = new CacheKey("http", "shop", "/a");

	private final PurgeLog purges = new PurgeLog();

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final ObjectStore store = new ObjectStore(1_000_000, this.purges, this.now::get);

	@Test
	void holdsNoMoreBytesThanItMayAndGivesTheMemoryOfTheRestBack() {
		for (int i = 0; i < 1_000; i++) {
			keep(new CacheKey("http", "shop", "/" + i), object(NO_FIELDS, 10_000));
		}
		assertThat(this.store.weight()).isBetween(500_000L, 1_000_000L);
		assertThat(this.store.evictions()).isEqualTo(1_000 - this.store.objects());
		assertThat(this.store.bodyBytes()).isLessThan(1_000_000);
		this.purges.purgeEverything(false);
		this.store.sweep();
		assertThat(this.store.bodyBytes()).isZero();
	}

	@Test
	void aBodyStaysWhileSomebodySendsItAndNoLonger() {
		StoredObject object = object(NO_FIELDS, 10_000);
		keep(KEY, object);
		Body body = found().plain().body();
		assertThat(body.retain()).isTrue();
		this.store.remove(KEY);
		assertThat(body.copy()).hasSize(10_000).containsOnly(7);
		assertThat(this.store.bodyBytes()).isEqualTo(10 * 1024);
		body.release();
		assertThat(this.store.bodyBytes()).isZero();
		assertThat(body.retain()).isFalse();
	}

	@Test
	void countsTheBytesOfEveryCoding() {
		StoredObject object = object(NO_FIELDS, 10_000);
		keep(KEY, object);
		long plain = this.store.weight();
		addCoding(object, ContentCoding.BROTLI, 2_000);
		addCoding(object, ContentCoding.GZIP, 3_000);
		assertThat(this.store.weight() - plain).isBetween(5_000L, 5_500L);
		assertThat(found().representations()).containsOnlyKeys(ContentCoding.IDENTITY, ContentCoding.BROTLI,
				ContentCoding.GZIP);
	}

	@Test
	void aThoroughCodingTakesThePlaceOfAQuickOne() {
		StoredObject object = object(NO_FIELDS, 10_000);
		keep(KEY, object);
		this.store.addCoding(KEY, object, ContentCoding.BROTLI, Effort.LOW, body(3_000)).body().release();
		addCoding(object, ContentCoding.BROTLI, 2_000);
		assertThat(Objects.requireNonNull(found().in(ContentCoding.BROTLI)).body().length()).isEqualTo(2_000);
		assertThat(this.store.bodyBytes()).isEqualTo((10 + 2) * 1024);
	}

	@Test
	void whereACodingIsNoSmallerThePlainBodyStandsIn() {
		StoredObject object = object(NO_FIELDS, 1_000);
		keep(KEY, object);
		assertThat(this.store.withoutCoding(KEY, object, ContentCoding.GZIP).coding())
			.isEqualTo(ContentCoding.IDENTITY);
		assertThat(Objects.requireNonNull(found().in(ContentCoding.GZIP)).coding()).isEqualTo(ContentCoding.IDENTITY);
	}

	@Test
	void aCodingOutlivesFresheningAndFollowsTheBody() {
		StoredObject object = object(NO_FIELDS, 1_000);
		keep(KEY, object);
		this.store.put(KEY, object.with(response(NO_FIELDS), 0));
		addCoding(object, ContentCoding.BROTLI, 10);
		assertThat(found().in(ContentCoding.BROTLI)).isNotNull();
		keep(KEY, object(NO_FIELDS, 1_000));
		addCoding(object, ContentCoding.GZIP, 10);
		assertThat(found().in(ContentCoding.GZIP)).isNull();
		assertThat(this.store.bodyBytes()).isEqualTo(1024);
	}

	@Test
	void givesEachCodingATagAndTheRightFields() {
		Representation brotli = object(NO_FIELDS, 1_000).represent(ContentCoding.BROTLI, Effort.HIGH, body(10));
		assertThat(fields(brotli).get("ETag")).isEqualTo("\"v-br\"");
		assertThat(fields(brotli).get("Content-Encoding")).isEqualTo("br");
		assertThat(fields(brotli).getAll("Vary")).containsExactly("Origin", "Accept-Encoding");
		assertThat(fields(brotli).contains("Content-Length")).isFalse();
	}

	@Test
	void keepsVariantsApartAndTheNewestOfEach() {
		StoredObject first = object(FieldList.of("Origin", "http://a"), 1_000);
		StoredObject second = object(FieldList.of("Origin", "http://b"), 1_000);
		StoredObject third = object(FieldList.of("Origin", "http://a"), 1_000);
		keep(KEY, first);
		keep(KEY, second);
		keep(KEY, third);
		assertThat(this.store.find(KEY, FieldList.of("Origin", "http://a")).object()).isSameAs(third);
		assertThat(this.store.find(KEY, FieldList.of("Origin", "http://b")).object()).isSameAs(second);
		assertThat(this.store.find(KEY, NO_FIELDS).object()).isNull();
		assertThat(this.store.find(KEY, NO_FIELDS).variants()).hasSize(2);
		assertThat(this.store.bodyBytes()).isEqualTo(2 * 1024);
	}

	@Test
	void doesNotLetOneAddressFillItWithVariants() {
		for (int i = 0; i < 1_000; i++) {
			keep(KEY, object(FieldList.of("Origin", "http://" + i), 1_000));
		}
		assertThat(this.store.weight()).isLessThan(100_000);
		assertThat(this.store.bodyBytes()).isEqualTo(16 * 1024);
	}

	@Test
	void whatWasAskedForBeforeAPurgeIsNotStoredAfterIt() {
		StoredObject before = object(NO_FIELDS, 10);
		this.purges.purge(Set.of("shelf"), false);
		assertThat(this.store.put(KEY, before)).isTrue();
		this.purges.purge(Set.of("styles"), false);
		assertThat(this.store.put(KEY, before)).isFalse();
		assertThat(this.store.find(KEY, NO_FIELDS).object()).isNull();
		before.release();
		keep(KEY, object(NO_FIELDS, 10));
		assertThat(this.store.find(KEY, NO_FIELDS).object()).isNotNull();
	}

	@Test
	void whatIsPurgedSoftlyIsStale() {
		keep(KEY, object(NO_FIELDS, 10));
		assertThat(found().response().freshness().isFresh(Instant.EPOCH)).isTrue();
		this.purges.purge(Set.of("styles"), true);
		assertThat(found().response().freshness().isFresh(Instant.EPOCH)).isFalse();
	}

	/** How long it has been stale counts for RFC 5861, however late it is looked at. */
	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void whatIsPurgedSoftlyHasBeenStaleSinceTheFirstPurge(String what) {
		keep(KEY, object(NO_FIELDS, 10));
		this.now.set(Instant.ofEpochSecond(50));
		purgeSoftly(what);
		this.now.set(Instant.ofEpochSecond(52));
		purgeSoftly(what);
		this.now.set(Instant.ofEpochSecond(53));
		assertThat(found().response().freshness().timeToLive(this.now.get())).isEqualTo(-3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "address", "tag", "everything" })
	void whatWasStaleBeforeASoftPurgeStaysSo(String what) {
		keep(KEY, object(NO_FIELDS, 10));
		this.now.set(Instant.ofEpochSecond(70));
		purgeSoftly(what);
		assertThat(found().response().freshness().timeToLive(this.now.get())).isEqualTo(-10);
	}

	private void purgeSoftly(String what) {
		switch (what) {
			case "address" -> this.store.expire(KEY);
			case "tag" -> {
				this.purges.purge(Set.of("styles"), true);
				this.store.sweep(Set.of("styles"));
			}
			default -> {
				this.purges.purgeEverything(true);
				this.store.sweep();
			}
		}
	}

	@Test
	void putsPartsTogether() {
		StoredObject stored = part("bytes 0-4/10", "01234");
		Body part = body("3456789".getBytes(StandardCharsets.US_ASCII));
		Body whole = Objects.requireNonNull(this.store.combine(stored, new ContentRange(3, 7, 10), part));
		assertThat(whole.copy()).asString().isEqualTo("0123456789");
	}

	@Test
	void putsAPartBeforeAnother() {
		StoredObject stored = part("bytes 5-9/10", "56789");
		Body part = body("0123456".getBytes(StandardCharsets.US_ASCII));
		Body whole = Objects.requireNonNull(this.store.combine(stored, new ContentRange(0, 7, 10), part));
		assertThat(whole.copy()).asString().isEqualTo("0123456789");
	}

	@Test
	void handsOutViewsThatCannotBeReleased() {
		Body body = body(new byte[] { 1, 2, 3 });
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

	private void keep(CacheKey key, StoredObject object) {
		this.store.put(key, object);
		object.release();
	}

	private void addCoding(StoredObject object, ContentCoding coding, int length) {
		Body encoded = body(length);
		this.store.addCoding(KEY, object, coding, Effort.HIGH, encoded);
		encoded.release();
	}

	private StoredObject object(FieldList request, int length) {
		return StoredObject.of(response(request), body(length), this.purges.now());
	}

	private StoredObject part(String range, String octets) {
		FieldList fields = FieldList.of("ETag", "\"v\"", "Content-Range", range);
		return StoredObject.of(
				StoredResponse.of(CacheRules.CAUTIOUS, NO_FIELDS, 206, fields, Instant.EPOCH, Instant.EPOCH),
				body(octets.getBytes(StandardCharsets.US_ASCII)), 0);
	}

	private Body body(int length) {
		byte[] octets = new byte[length];
		Arrays.fill(octets, (byte) 7);
		return body(octets);
	}

	private Body body(byte[] octets) {
		BodyWriter writer = this.store.writer();
		assertThat(writer.append(Buffer.buffer(octets))).isTrue();
		return writer.finish();
	}

	private static StoredResponse response(FieldList request) {
		return StoredResponse.of(
				CacheRules.CAUTIOUS, request, 200, FieldList.of("Content-Type", "text/css", "ETag", "\"v\"", "Vary",
						"Origin", "Content-Length", "1000", "Surrogate-Key", "styles", "Cache-Control", "max-age=60"),
				Instant.EPOCH, Instant.EPOCH);
	}

	private static MultiMap fields(Representation representation) {
		MultiMap fields = MultiMap.caseInsensitiveMultiMap();
		representation.addFieldsTo(fields);
		return fields;
	}

}
