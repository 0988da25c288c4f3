package dev.clickpath.edge.caching;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetedCacheControlTests {

	/** {@code C-} stands for the field of this edge, {@code CDN-} for that of any. */
	@ParameterizedTest(name = "{0}: {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9213;              response;                                                                       lifetime
					2.2 the most particular;            Cache-Control: max-age=1 | CDN-: max-age=2 | C-: max-age=3;                      3
					2.2 the next;                       Cache-Control: max-age=1 | CDN-: max-age=2;                                      2
					2.2 none;                           Cache-Control: max-age=1 | Other-Cache-Control: max-age=2;                       1
					2.2 they are not mixed;             Cache-Control: s-maxage=1 | CDN-: max-age=2;                                     2
					2.2 not among each other either;    CDN-: max-age=2 | C-: no-transform;                                              -1
					2.2 Cache-Control does not count;   Cache-Control: max-age=1 | CDN-: public;                                         -1
					2.2 nor does Expires;               Expires: Sun, 01 Mar 2026 12:00:30 GMT | CDN-: public;                           -1
					2.2 Expires where it does;          Expires: Sun, 01 Mar 2026 12:00:30 GMT | Other-Cache-Control: public;            30
					2.2 empty is ignored;               Cache-Control: max-age=1 | CDN-:;                                                1
					2.2 empty, and then the next;       Cache-Control: max-age=1 | CDN-: max-age=2 | C-:;                                2
					2.1 a syntax error is ignored;      Cache-Control: max-age=1 | CDN-: max-age=2,;                                     1
					2.1 upper case is one;              Cache-Control: max-age=1 | CDN-: Max-Age=2;                                      1
					2.1 space at the sign is one;       Cache-Control: max-age=1 | CDN-: max-age =2;                                     1
					2.1 no number is one;               Cache-Control: max-age=1 | CDN-: max-age=;                                       1
					2.1 empty elements are one;         Cache-Control: max-age=1 | CDN-: max-age=2,,public;                              1
					2.1 an open quote is one;           Cache-Control: max-age=1 | CDN-: max-age=2, x="y;                                1
					2.1 and then the next;              CDN-: max-age=2 | C-: max-age=3 public;                                          2
					2.1 over several lines;             CDN-: public | CDN-: max-age=2;                                                  2
					2.1 the last of the same;           CDN-: max-age=2, max-age=4;                                                      4
					2.1 parameters are ignored;         `CDN-: max-age=2;x=y;z, public;max-age=9`;                                       2
					2.1 other directives are ignored;   CDN-: max-age=2, x=(a "b" 1.5 ?1), y=:YWJj:, z=@1700000000, d=%"%c3%bc";         2
					2.1 s-maxage before max-age;        CDN-: max-age=2, s-maxage=4;                                                     4
					2.1 negative is stale;              CDN-: max-age=-2;                                                                0
					2.1 very long;                      CDN-: max-age=999999999999999;                                                   2147483648
					2.1 too long to be a number;        Cache-Control: max-age=1 | CDN-: max-age=9999999999999999;                       1
					""")
	void readsTheFieldThatSpeaksToIt(String section, String fields, long lifetime) {
		Freshness freshness = response(fields).freshness();
		assertThat(freshness.explicit()).as(section).isEqualTo(lifetime >= 0);
		assertThat(freshness.lifetime()).as(section).isEqualTo(Duration.ofSeconds(Math.max(0, lifetime)));
	}

	/** A number in quotes or with a fraction is none (RFC 9213, section 2.1). */
	@ParameterizedTest(name = "CDN-Cache-Control: {0} is not followed")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			max-age="2"
			max-age=2.0
			max-age=two
			max-age
			max-age=?0
			max-age=(2)
			s-maxage="2", max-age=3
			""")
	void doesNotTakeAnotherTypeForSeconds(String value) {
		assertThat(response("Cache-Control: max-age=1 | CDN-: " + value).freshness().lifetime())
			.isLessThanOrEqualTo(Duration.ofSeconds(1));
	}

	@ParameterizedTest(name = "CDN-Cache-Control: {0} -> stored {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			max-age=60;                         true
			max-age=60, no-store;               false
			max-age=60, no-store=?1;            false
			max-age=60, no-store=?0;            true
			max-age=60, private;                false
			max-age=60, private=?0;             true
			max-age=60, private="x-a";          true
			max-age=60, private=x-a;            true
			max-age=60, private=1;              false
			max-age=60, private=("x-a");        false
			max-age=60, private="";             false
			""")
	void followsItsDirectives(String value, boolean stored) {
		StoredResponse response = response("Cache-Control: max-age=1 | CDN-: " + value);
		assertThat(new CachePolicy(CacheRules.RFC, () -> Requests.NOON).mayStore(Requests.get(""), response,
				"http://shop/a"))
			.isEqualTo(stored);
	}

	/** RFC 9213, section 2.2: what others are told is not for this cache. */
	@Test
	void storesForItselfWhatOthersMayNot() {
		StoredResponse response = response("Cache-Control: no-store, private | Pragma: no-cache | CDN-: max-age=60");
		CachePolicy policy = new CachePolicy(CacheRules.CAUTIOUS, () -> Requests.NOON);
		assertThat(policy.mayStore(Requests.get(""), response, "http://shop/a")).isTrue();
		assertThat(policy.decide(Requests.get(""), response, ForwardReason.URI_MISS))
			.isInstanceOf(CacheDecision.Hit.class);
		assertThat(response.fields().all("Cache-Control")).containsExactly("no-store, private");
	}

	@Test
	void storesNotForItselfWhatOthersMay() {
		StoredResponse response = response("Cache-Control: max-age=60 | CDN-: no-store");
		assertThat(new CachePolicy(CacheRules.RFC, () -> Requests.NOON).mayStore(Requests.get(""), response,
				"http://shop/a"))
			.isFalse();
	}

	private static StoredResponse response(String fields) {
		return Requests.response(200,
				fields.replace("CDN-:", "CDN-Cache-Control:").replace("C-:", "Clickpath-CDN-Cache-Control:"));
	}

}
