package dev.clickpath.edge.caching;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoredResponseTests {

	/** RFC 9111, section 3.1. */
	@Test
	void keepsNoFieldsOfOneConnectionOrOneAnswer() {
		StoredResponse response = Requests.response(200, "Connection: keep-alive, X-Hop | X-Hop: 1 | Keep-Alive: 5 | "
				+ "Transfer-Encoding: chunked | Age: 3 | Server-Timing: db;dur=1 | ETag: \"a\" | Access-Control-Allow-Origin: *");
		assertThat(response.fields().lines()).extracting(FieldList.Field::name)
			.containsExactly("ETag", "Access-Control-Allow-Origin", "Date");
	}

	/** RFC 9111, section 4.1. */
	@ParameterizedTest(name = "Vary: {0}, stored for \"{1}\", asked with \"{2}\" -> {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			Origin;          Origin: http://a;                Origin: http://a;             true
			Origin;          Origin: http://a;                Origin: http://b;             false
			Origin;          Origin: http://a;                X: 1;                         false
			Origin;          X: 1;                            X: 2;                         true
			A, b;            A: 1 | B: 2;                     b: 2 | a: 1;                  true
			A;               A: 1,2;                          A: 1 | A: 2;                  true
			A;               A: 1,  2;                        A: 1 ,2;                      true
			Accept-Encoding; Accept-Encoding: br;             Accept-Encoding: gzip;        true
			""")
	void mayAnswerRequestsWithTheSameSelectingFields(String vary, String stored, String asked, boolean expected) {
		StoredResponse response = Requests.response(stored, 200, "Vary: " + vary);
		assertThat(response.selecting().match(Requests.fields(asked))).isEqualTo(expected);
	}

	/** RFC 9111, section 4.3.4. */
	@Test
	void isFreshenedByNotModified() {
		StoredResponse old = Requests.response(200,
				"Cache-Control: max-age=1 | ETag: \"a\" | Content-Length: 10 | X-Old: stays | X-Changed: 1 | X-Changed: 2");
		StoredResponse freshened = old.freshenedBy(CacheRules.CAUTIOUS, Requests.fields(""),
				Requests.fields("Cache-Control: max-age=60 | Content-Length: 0 | X-Changed: 3 | X-New: 4"),
				Requests.NOON.plusSeconds(100), Requests.NOON.plusSeconds(100));
		assertThat(freshened.fields().lines()).extracting((line) -> line.name() + ": " + line.value())
			.containsExactlyInAnyOrder("Cache-Control: max-age=60", "ETag: \"a\"", "Content-Length: 10", "X-Old: stays",
					"X-Changed: 3", "X-New: 4", "Date: Sun, 01 Mar 2026 12:01:40 GMT");
		assertThat(freshened.freshness().timeToLive(Requests.NOON.plusSeconds(110))).isEqualTo(50);
	}

	/** RFC 9111, section 4.2.3. */
	@Test
	void countsTheTimeTheAnswerTook() {
		StoredResponse response = StoredResponse.of(CacheRules.CAUTIOUS, Requests.fields(""), 200,
				Requests.fields("Age: 10"), Requests.NOON.minusSeconds(3), Requests.NOON);
		assertThat(response.freshness().age(Requests.NOON.plusSeconds(5))).isEqualTo(18);
	}

	/** RFC 9111, section 4.4. */
	@Test
	void whatChangesTheOriginMakesStoredResponsesUntrustworthy() {
		CacheKey target = new CacheKey("http", "shop:80", "/a");
		FieldList fields = Requests.fields("Location: /b?c | Content-Location: http://elsewhere/d");
		assertThat(Invalidation.of("POST", target, 303, fields)).containsExactlyInAnyOrder(target,
				new CacheKey("http", "shop:80", "/b?c"));
		assertThat(Invalidation.of("POST", target, 500, fields)).isEqualTo(Set.of());
		assertThat(Invalidation.of("GET", target, 200, fields)).isEqualTo(Set.of());
		assertThat(Invalidation.of("BREW", target, 200, Requests.fields(""))).containsExactly(target);
	}

	/** RFC 9211. */
	@Test
	void tellsWhatTheCacheDid() {
		CacheStatus miss = CacheStatus.forwarded(ForwardReason.URI_MISS).answered(200);
		assertThat(CacheStatus.hit(7)).hasToString("clickpath-edge; hit; ttl=7");
		assertThat(miss.storedFor(60, true).asCollapsed())
			.hasToString("clickpath-edge; fwd=uri-miss; fwd-status=200; ttl=60; stored; collapsed");
		assertThat(CacheStatus.forwarded(ForwardReason.STALE).answered(503).servedStale(-5))
			.hasToString("clickpath-edge; fwd=stale; fwd-status=503; ttl=-5; detail=stale-if-error");
	}

}
