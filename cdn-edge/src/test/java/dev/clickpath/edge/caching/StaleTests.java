package dev.clickpath.edge.caching;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StaleTests {

	@ParameterizedTest(name = "{0}: {1} | {2} after {3} s -> {4}, {5}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111 or 5861;            request;                             response;                                                                    after;  cautious; rfc
					5861 4 as long as it says;                ``;                                  Cache-Control: max-age=60, stale-if-error=30;                                89;     true;     true
					5861 4 and no longer;                     ``;                                  Cache-Control: max-age=60, stale-if-error=30;                                91;     false;    false
					5861 4 fresh in any case;                 ``;                                  Cache-Control: max-age=60;                                                   59;     true;     true
					5861 4 not said;                          ``;                                  Cache-Control: max-age=60;                                                   61;     false;    true
					5861 4 after a guess;                     ``;                                  Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT;                                61;     false;    true
					5861 4 without a number;                  ``;                                  Cache-Control: max-age=60, stale-if-error;                                   61;     false;    false
					5861 4 with nonsense;                     ``;                                  Cache-Control: max-age=60, stale-if-error=x;                                 61;     false;    false
					5861 4 not at all;                        ``;                                  Cache-Control: max-age=60, stale-if-error=0;                                 61;     false;    false
					5861 4 for ever;                          ``;                                  Cache-Control: max-age=60, stale-if-error=99999999999999;                    999999; true;     true
					5861 4 the client takes it;               Cache-Control: stale-if-error=30;    Cache-Control: max-age=60;                                                   89;     true;     true
					5861 4 the client takes no older;         Cache-Control: stale-if-error=30;    Cache-Control: max-age=60, stale-if-error=0;                                 91;     false;    false
					5861 4 the longer of both;                Cache-Control: stale-if-error=90;    Cache-Control: max-age=60, stale-if-error=30;                                120;    true;     true
					4.2.4 must-revalidate;                    ``;                                  Cache-Control: max-age=60, stale-if-error=30, must-revalidate;               61;     false;    false
					4.2.4 proxy-revalidate;                   ``;                                  Cache-Control: max-age=60, stale-if-error=30, proxy-revalidate;              61;     false;    false
					4.2.4 s-maxage;                           ``;                                  Cache-Control: s-maxage=60, stale-if-error=30;                               61;     false;    false
					4.2.4 no-cache;                           ``;                                  Cache-Control: no-cache, max-age=60, stale-if-error=30 | ETag: "a";          61;     false;    false
					4.2.4 no-cache, for some fields;          ``;                                  Cache-Control: no-cache="x", max-age=60, stale-if-error=30;                  61;     true;     true
					4.2.4 whatever the client takes;          Cache-Control: stale-if-error=30;    Cache-Control: max-age=60, must-revalidate;                                  61;     false;    false
					9213 2.2 said to this edge;               ``;                                  Cache-Control: max-age=60 | CDN-Cache-Control: max-age=60, stale-if-error=9; 65;     true;     true
					9213 2.2 said to others;                  ``;                                  Cache-Control: stale-if-error=9 | CDN-Cache-Control: max-age=60;             65;     false;    true
					""")
	void standsInForAnOriginThatCannotAnswer(String section, String request, String stored, long after,
			boolean cautious, boolean rfc) {
		Instant now = Requests.NOON.plusSeconds(after);
		StoredResponse response = Requests.response(200, stored);
		assertThat(new CachePolicy(CacheRules.CAUTIOUS, () -> now).mayServeOnError(Requests.get(request), response))
			.as(section)
			.isEqualTo(cautious);
		assertThat(new CachePolicy(CacheRules.RFC, () -> now).mayServeOnError(Requests.get(request), response))
			.as(section)
			.isEqualTo(rfc);
	}

	/** RFC 5861, section 4: which answers are as good as none. */
	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource({ "500, true", "502, true", "503, true", "504, true", "501, false", "505, false", "404, false",
			"429, false", "200, false" })
	void someAnswersAreAsGoodAsNone(int status, boolean none) {
		assertThat(new CachePolicy(CacheRules.RFC, () -> Requests.NOON).isOriginError(status)).isEqualTo(none);
	}

	/** An error that is stored is no better than the next. */
	@Test
	void anErrorDoesNotStandIn() {
		StoredResponse error = Requests.response(503, "Cache-Control: max-age=60, stale-if-error=60");
		assertThat(new CachePolicy(CacheRules.RFC, () -> Requests.NOON.plusSeconds(61)).mayServeOnError(error))
			.isFalse();
	}

	@Test
	void aPartStandsInForItsOctetsOnly() {
		StoredResponse part = Requests.response(206,
				"Cache-Control: max-age=60, stale-if-error=60 | Content-Range: bytes 0-4/10 | ETag: \"a\"");
		CachePolicy policy = new CachePolicy(CacheRules.RFC, () -> Requests.NOON.plusSeconds(61));
		assertThat(policy.mayServeOnError(Requests.get("Range: bytes=0-2"), part)).isTrue();
		assertThat(policy.mayServeOnError(Requests.get("Range: bytes=0-7"), part)).isFalse();
		assertThat(policy.mayServeOnError(Requests.get(""), part)).isFalse();
	}

	@ParameterizedTest(name = "{0}: {1} | {2} after {3} s -> {4}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111 or 5861;           request;                                      response;                                                                 after; decision
					5861 3 within its time;                  ``;                                           Cache-Control: max-age=60, stale-while-revalidate=30;                     60;    ServeStaleAndRefresh
					5861 3 to the last second;               ``;                                           Cache-Control: max-age=60, stale-while-revalidate=30;                     89;    ServeStaleAndRefresh
					5861 3 and no longer;                    ``;                                           Cache-Control: max-age=60, stale-while-revalidate=30;                     91;    Revalidate
					5861 3 without a number;                 ``;                                           Cache-Control: max-age=60, stale-while-revalidate;                        60;    Revalidate
					5861 3 not while fresh;                  ``;                                           Cache-Control: max-age=60, stale-while-revalidate=30;                     59;    Hit
					5861 3 after a guess as well;            ``;                                           Cache-Control: stale-while-revalidate=30 | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT; 61; ServeStaleAndRefresh
					4.2.4 must-revalidate;                   ``;                                           Cache-Control: max-age=60, stale-while-revalidate=30, must-revalidate;    61;    Revalidate
					4.2.4 proxy-revalidate;                  ``;                                           Cache-Control: max-age=60, stale-while-revalidate=30, proxy-revalidate;   61;    Revalidate
					4.2.4 s-maxage;                          ``;                                           Cache-Control: s-maxage=60, stale-while-revalidate=30;                    61;    Revalidate
					4.2.4 no-cache;                          ``;                                           Cache-Control: no-cache, max-age=60, stale-while-revalidate=30;           1;     Revalidate
					5.2.1.1 the client wants none stale;     Cache-Control: max-age=999;                   Cache-Control: max-age=60, stale-while-revalidate=30;                     61;    Revalidate
					5.2.1.1 the client wants it new;         Cache-Control: max-age=0;                     Cache-Control: max-age=60, stale-while-revalidate=30;                     61;    Revalidate
					5.2.1.3 the client wants it to last;     Cache-Control: min-fresh=1;                   Cache-Control: max-age=60, stale-while-revalidate=30;                     61;    Revalidate
					5.2.1.4 the client wants it validated;   Cache-Control: no-cache;                      Cache-Control: max-age=60, stale-while-revalidate=30;                     61;    Revalidate
					5.2.1.7 the client wants no other;       Cache-Control: only-if-cached;                Cache-Control: max-age=60, stale-while-revalidate=30;                     61;    Refuse
					5.2.1.2 any staleness;                   Cache-Control: max-stale;                     Cache-Control: max-age=60;                                                9999;  Hit
					5.2.1.2 as much as this;                 Cache-Control: max-stale=10;                  Cache-Control: max-age=60;                                                70;    Hit
					5.2.1.2 and no more;                     Cache-Control: max-stale=10;                  Cache-Control: max-age=60;                                                71;    Revalidate
					5.2.1.2 nonsense is none;                Cache-Control: max-stale=x;                   Cache-Control: max-age=60;                                                61;    Revalidate
					5.2.1.2 contradictions are the least;    Cache-Control: max-stale=5, max-stale=99;     Cache-Control: max-age=60;                                                90;    Revalidate
					5.2.1.2 in quotes;                       Cache-Control: max-stale="10";                Cache-Control: max-age=60;                                                70;    Hit
					5.2.1.2 with a largest age;              Cache-Control: max-stale, max-age=100;        Cache-Control: max-age=60;                                                100;   Hit
					5.2.1.2 beyond a largest age;            Cache-Control: max-stale, max-age=100;        Cache-Control: max-age=60;                                                101;   Revalidate
					5.2.1.2 only what is stored;             Cache-Control: max-stale, only-if-cached;     Cache-Control: max-age=60;                                                61;    Hit
					5.2.1.2 not with no-cache;               Cache-Control: max-stale, no-cache;           Cache-Control: max-age=60;                                                61;    Revalidate
					4.2.4 must-revalidate all the same;      Cache-Control: max-stale;                     Cache-Control: max-age=60, must-revalidate;                               61;    Revalidate
					4.2.4 s-maxage all the same;             Cache-Control: max-stale;                     Cache-Control: s-maxage=60;                                               61;    Revalidate
					4.2.4 no-cache all the same;             Cache-Control: max-stale;                     Cache-Control: no-cache, max-age=60;                                      1;     Revalidate
					""")
	void isServedOnlyToWhoTakesIt(String section, String request, String stored, long after, String decision) {
		for (CacheRules rules : new CacheRules[] { CacheRules.CAUTIOUS, CacheRules.RFC }) {
			CachePolicy policy = new CachePolicy(rules, () -> Requests.NOON.plusSeconds(after));
			StoredResponse response = Requests.response(rules, "", 200, stored);
			assertThat(
					policy.decide(Requests.get(request), response, ForwardReason.URI_MISS).getClass().getSimpleName())
				.as(section)
				.isEqualTo(decision);
		}
	}

	@Test
	void theOperatorCanAllowMoreWhereTheOriginSaysNothing() {
		CacheRules rules = new CacheRules(false, CacheRules.CAUTIOUS.targets(), Duration.ofSeconds(20),
				Duration.ofSeconds(40), Duration.ZERO);
		CachePolicy policy = new CachePolicy(rules, () -> Requests.NOON.plusSeconds(79));
		StoredResponse silent = Requests.response(200, "Cache-Control: max-age=60");
		StoredResponse strict = Requests.response(200,
				"Cache-Control: max-age=60, stale-while-revalidate=5, stale-if-error=5");
		assertThat(policy.decide(Requests.get(""), silent, ForwardReason.URI_MISS))
			.isEqualTo(new CacheDecision.ServeStaleAndRefresh(silent, -19));
		assertThat(policy.mayServeOnError(silent)).isTrue();
		assertThat(policy.decide(Requests.get(""), strict, ForwardReason.URI_MISS))
			.isInstanceOf(CacheDecision.Revalidate.class);
		assertThat(policy.mayServeOnError(strict)).isFalse();
	}

	/** RFC 9111, section 3.5, and what an answer from the store may not be. */
	@ParameterizedTest(name = "{0} {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			GET;  Authorization: x;                                     Fetch
			HEAD; Authorization: x;                                     PassThrough
			GET;  `Authorization: x | Range: bytes=0-1,3-4`;            PassThrough
			GET;  Authorization: x | Cache-Control: only-if-cached;     Refuse
			HEAD; Authorization: x | Cache-Control: only-if-cached;     Refuse
			""")
	void whatMayNotBeAnsweredFromTheStoreIsAskedForAsIfNothingWereStored(String method, String request,
			String decision) {
		CachePolicy policy = new CachePolicy(CacheRules.RFC, () -> Requests.NOON);
		StoredResponse stored = Requests.response(200, "Cache-Control: max-age=60");
		assertThat(policy.decide(Requests.request(method, request), stored, ForwardReason.URI_MISS)
			.getClass()
			.getSimpleName()).isEqualTo(decision);
	}

}
