package dev.clickpath.edge.caching;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTests {

	private static final String TEN_MINUTES_OLD = "Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT";

	/** A lifetime of -1 means that the response says nothing of it. */
	@ParameterizedTest(name = "{0}: {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;                  response;                                                  lifetime
					4.2.1 s-maxage before max-age;          Cache-Control: s-maxage=10, max-age=60;                    10
					4.2.1 in whatever order;                Cache-Control: max-age=60, s-maxage=10;                    10
					4.2.1 on whatever line;                 Cache-Control: max-age=60 | Cache-Control: s-maxage=10;    10
					4.2.1 before Expires;                   Expires: Sun, 01 Mar 2026 13:00:00 GMT | Cache-Control: max-age=60; 60
					4.2.1 a bad s-maxage is stale;          Cache-Control: s-maxage=soon, max-age=60;                  0
					4.2.1 s-maxage without a number;        Cache-Control: s-maxage, max-age=60;                       0
					4.2.1 a bad max-age is stale;           Cache-Control: max-age=soon | Expires: Sun, 01 Mar 2026 13:00:00 GMT; 0
					4.2.1 max-age without a number;         Cache-Control: max-age;                                    0
					4.2.1 max-age with nothing;             Cache-Control: max-age=;                                   0
					4.2.1 max-age with quoted nothing;      Cache-Control: max-age="";                                 0
					5.2 quoted;                             Cache-Control: max-age="60";                               60
					5.2 quoted s-maxage;                    Cache-Control: s-maxage="10", max-age="60";                10
					5.2 in the wrong quotes;                Cache-Control: max-age='60';                               0
					5.2 a quote that is not closed;         Cache-Control: max-age="60;                                0
					5.2 space after the sign;               Cache-Control: max-age= 60;                                0
					5.2 space before the sign;              Cache-Control: max-age =60;                                0
					5.2 mixed case;                         Cache-Control: mAx-AgE=60;                                 60
					5.2 tabs and empty elements;            `Cache-Control: ,,\tmax-age=60\t, ,`;                      60
					5.2 within another's quotes;            Cache-Control: x="a, max-age=60";                          -1
					5.2 after an escaped quote;             Cache-Control: x="a\\", max-age=60";                       -1
					5.2 quoted as a whole;                  Cache-Control: "max-age=60";                               -1
					5.2 another's name;                     Cache-Control: x-max-age=60, max-agex=60;                  -1
					1.2.2 two numbers;                      Cache-Control: max-age=6 0;                                0
					1.2.2 a fraction;                       Cache-Control: max-age=60.5;                               0
					1.2.2 a sign;                           Cache-Control: max-age=+60;                                0
					1.2.2 negative;                         Cache-Control: max-age=-60;                                0
					1.2.2 hexadecimal;                      Cache-Control: max-age=0x10;                               0
					1.2.2 another script's digits;          Cache-Control: max-age=\uFF16\uFF10;                       0
					1.2.2 a parameter;                      `Cache-Control: max-age=60;x`;                             0
					1.2.2 leading zeros;                    Cache-Control: max-age=0060;                               60
					1.2.2 many leading zeros;               Cache-Control: max-age=000000000000000000000000000060;     60
					1.2.2 the greatest number;              Cache-Control: max-age=2147483647;                         2147483647
					1.2.2 an overflow;                      Cache-Control: max-age=2147483648;                         2147483648
					1.2.2 more than a long;                 Cache-Control: max-age=9223372036854775808;                2147483648
					1.2.2 more than anything;               Cache-Control: s-maxage=99999999999999999999999999999999; 2147483648
					4.2.1 repeated;                         Cache-Control: max-age=60, max-age=60;                     60
					4.2.1 repeated in another spelling;     Cache-Control: max-age=60, MAX-AGE="60";                   60
					4.2.1 contradictory;                    Cache-Control: max-age=60, max-age=90;                     0
					4.2.1 contradictory over lines;         Cache-Control: s-maxage=60 | Cache-Control: s-maxage=90;   0
					5.3 Expires;                            Date: Sun, 01 Mar 2026 12:00:00 GMT | Expires: Sun, 01 Mar 2026 12:01:00 GMT; 60
					5.3 counted from Date;                  Date: Sun, 01 Mar 2026 11:59:00 GMT | Expires: Sun, 01 Mar 2026 12:01:00 GMT; 120
					4.2.1 without Date from its arrival;    Expires: Sun, 01 Mar 2026 12:01:00 GMT;                    60
					4.2.1 with a bad Date as without;       Date: today | Expires: Sun, 01 Mar 2026 12:01:00 GMT;      60
					5.3 Expires is Date;                    Date: Sun, 01 Mar 2026 12:00:00 GMT | Expires: Sun, 01 Mar 2026 12:00:00 GMT; 0
					5.3 Expires before Date;                Date: Sun, 01 Mar 2026 12:00:00 GMT | Expires: Thu, 01 Jan 1970 00:00:00 GMT; 0
					5.3 zero;                               Expires: 0;                                                0
					5.3 minus one;                          Expires: -1;                                               0
					5.3 empty;                              Expires:;                                                  0
					5.3 a number of seconds;                Expires: 3600;                                             0
					5.3 no such day;                        Expires: Mon, 30 Feb 2026 12:00:00 GMT;                    0
					5.3 no such second;                     Expires: Sun, 01 Mar 2026 12:01:99 GMT;                    0
					4.2 another zone;                       Expires: Sun, 01 Mar 2026 12:01:00 PST;                    0
					4.2 an offset;                          Expires: Sun, 01 Mar 2026 12:01:00 +0000;                  0
					4.2 no zone;                            Expires: Sun, 01 Mar 2026 12:01:00;                        0
					4.2 in lower case;                      Expires: sun, 01 mar 2026 12:01:00 gmt;                    60
					RFC 9110 5.6.7 the old form;            Expires: Sunday, 01-Mar-26 12:01:00 GMT;                   60
					RFC 9110 5.6.7 C's form;                Expires: Sun Mar  1 12:01:00 2026;                         60
					4.2.1 Expires repeated;                 Expires: Sun, 01 Mar 2026 12:01:00 GMT | Expires: Sun, 01 Mar 2026 12:01:00 GMT; 60
					4.2.1 Expires contradictory;            Expires: Sun, 01 Mar 2026 12:01:00 GMT | Expires: Sun, 01 Mar 2026 12:02:00 GMT; 0
					4.2.1 nothing;                          Content-Type: text/css;                                    -1
					5.2.2 no directive of time;             Cache-Control: public, no-cache, must-revalidate;          -1
					""")
	void readsTheLifetimeThatTheOriginGave(String section, String fields, long lifetime) {
		Freshness freshness = Requests.response(200, fields).freshness();
		assertThat(freshness.explicit()).as(section).isEqualTo(lifetime >= 0);
		assertThat(freshness.lifetime()).as(section).isEqualTo(Duration.ofSeconds(Math.max(0, lifetime)));
	}

	/** RFC 9110, section 15.1: which are heuristically cacheable. */
	@ParameterizedTest(name = "a tenth of the time since the last change for {0}")
	@ValueSource(ints = { 200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501 })
	void guessesALifetimeWhereTheStatusAllowsIt(int status) {
		assertThat(Requests.response(status, TEN_MINUTES_OLD).freshness()).satisfies((freshness) -> {
			assertThat(freshness.lifetime()).isEqualTo(Duration.ofSeconds(60));
			assertThat(freshness.explicit()).isFalse();
		});
	}

	/** RFC 9111, section 4.2.2: all others only where they are marked as cacheable. */
	@ParameterizedTest(name = "no guess for {0} unless it is public")
	@ValueSource(ints = { 201, 202, 205, 299, 302, 303, 307, 400, 401, 403, 409, 418, 429, 451, 500, 502, 503, 504 })
	void guessesNoLifetimeWhereTheStatusForbidsIt(int status) {
		assertThat(Requests.response(status, TEN_MINUTES_OLD).freshness().lifetime()).isZero();
		assertThat(Requests.response(status, TEN_MINUTES_OLD + " | Cache-Control: public").freshness().lifetime())
			.isEqualTo(Duration.ofSeconds(60));
	}

	@ParameterizedTest(name = "{0}: {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;                response;                                                                                lifetime
					4.2.2 counted from Date;              Date: Sun, 01 Mar 2026 11:00:00 GMT | Last-Modified: Sun, 01 Mar 2026 10:50:00 GMT;      60
					4.2.2 whole seconds;                  Last-Modified: Sun, 01 Mar 2026 11:59:41 GMT;                                            1
					4.2.2 changed this very second;       Last-Modified: Sun, 01 Mar 2026 12:00:00 GMT;                                            0
					4.2.2 changed in the future;          Last-Modified: Sun, 01 Mar 2026 12:30:00 GMT;                                            0
					4.2.2 no date of change;              Last-Modified: yesterday;                                                                0
					4.2.2 no more than this cache says;   Last-Modified: Thu, 01 Jan 1998 00:00:00 GMT;                                            86400
					4.2.2 not where the origin said;      Cache-Control: max-age=5 | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT;                 5
					4.2.2 not where it said nonsense;     Cache-Control: max-age=x | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT;                 0
					4.2.2 not where Expires is nonsense;  Expires: 0 | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT;                               0
					""")
	void guessesWithCare(String section, String fields, long lifetime) {
		assertThat(Requests.response(200, fields).freshness().lifetime()).as(section)
			.isEqualTo(Duration.ofSeconds(lifetime));
	}

	@ParameterizedTest(name = "{0}: {1}, on its way for {2} ms, stored for {3} ms -> {4} s")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;               response;                                              delay; resident; age
					4.2.3 new;                           Date: Sun, 01 Mar 2026 12:00:00 GMT;                   0;     0;        0
					4.2.3 resident time;                 Date: Sun, 01 Mar 2026 12:00:00 GMT;                   0;     7000;     7
					4.2.3 response delay;                Date: Sun, 01 Mar 2026 12:00:00 GMT;                   3000;  7000;     10
					4.2.3 Age and delay;                 Date: Sun, 01 Mar 2026 12:00:00 GMT | Age: 10;         3000;  7000;     20
					4.2.3 apparent age;                  Date: Sun, 01 Mar 2026 11:59:40 GMT;                   0;     0;        20
					4.2.3 the larger: apparent age;      Date: Sun, 01 Mar 2026 11:59:40 GMT | Age: 10;         3000;  0;        20
					4.2.3 the larger: corrected age;     Date: Sun, 01 Mar 2026 11:59:40 GMT | Age: 30;         3000;  0;        33
					4.2.3 a clock that is ahead;         Date: Sun, 01 Mar 2026 13:00:00 GMT | Age: 10;         0;     0;        10
					4.2.3 no date;                       Age: 10;                                               0;     1000;     11
					4.2.3 a bad date;                    Date: today | Age: 10;                                 0;     1000;     11
					4.2.3 whole seconds of delay;        Age: 1;                                                999;   0;        1
					4.2.3 whole seconds of residence;    Age: 1;                                                0;     1999;     2
					5.1 the first member;                Age: 7, 9;                                             0;     0;        7
					5.1 the first line;                  Age: 7 | Age: 9;                                       0;     0;        7
					5.1 white space;                     `Age: \t7 `;                                           0;     0;        7
					5.1 leading zeros;                   Age: 007;                                              0;     0;        7
					5.1 negative is none;                Age: -7;                                               2000;  0;        2
					5.1 a word is none;                  Age: old;                                              2000;  0;        2
					5.1 a fraction is none;              Age: 7.5;                                              2000;  0;        2
					5.1 quoted is none;                  Age: "7";                                              2000;  0;        2
					5.1 with a parameter is none;        `Age: 7;x`;                                            2000;  0;        2
					5.1 empty is none;                   Age:;                                                  2000;  0;        2
					1.2.2 an overflow;                   Age: 99999999999999999999;                             0;     0;        2147483648
					1.2.2 many leading zeros;            Age: 00000000000000000000000000007;                    0;     0;        7
					""")
	void tellsTheAge(String section, String fields, long delay, long resident, long age) {
		Freshness freshness = StoredResponse
			.of(CacheRules.CAUTIOUS, Requests.fields(""), 200, Requests.fields(fields),
					Requests.NOON.minusMillis(delay), Requests.NOON)
			.freshness();
		assertThat(freshness.age(Requests.NOON.plusMillis(resident))).as(section).isEqualTo(age);
	}

	/** RFC 9111, section 4.2: the lifetime has to exceed the age. */
	@Test
	void isFreshUntilItsAgeReachesItsLifetime() {
		Freshness freshness = Requests.response(200, "Cache-Control: max-age=60 | Age: 10").freshness();
		assertThat(freshness.isFresh(after(49_999))).isTrue();
		assertThat(freshness.isFresh(after(50_000))).isFalse();
		assertThat(freshness.timeToLive(after(49_999))).isEqualTo(1);
		assertThat(freshness.timeToLive(after(50_000))).isZero();
		assertThat(freshness.timeToLive(after(61_000))).isEqualTo(-11);
	}

	@Test
	void doesNotGetYoungerWhenTheClockIsSetBack() {
		Freshness freshness = Requests.response(200, "Cache-Control: max-age=60 | Age: 10").freshness();
		assertThat(freshness.age(Requests.NOON.minusSeconds(3600))).isEqualTo(10);
	}

	@Test
	void aDelayIsNeverNegative() {
		Freshness freshness = StoredResponse
			.of(CacheRules.CAUTIOUS, Requests.fields(""), 200, Requests.fields("Age: 10"), Requests.NOON.plusSeconds(5),
					Requests.NOON)
			.freshness();
		assertThat(freshness.age(Requests.NOON)).isEqualTo(10);
	}

	@ParameterizedTest(name = "{0} with {1} -> {2}")
	@CsvSource(delimiter = ';', textBlock = """
			404; X: 1;                                                    30
			410; Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT;            60
			501; X: 1;                                                    30
			404; Cache-Control: max-age=5;                                5
			404; Expires: 0;                                              0
			200; X: 1;                                                    0
			204; X: 1;                                                    0
			403; X: 1;                                                    0
			500; X: 1;                                                    0
			""")
	void keepsWhatIsMissingForAsLongAsItsOperatorSays(int status, String fields, long lifetime) {
		CacheRules rules = new CacheRules(true, CacheRules.RFC.targets(), Duration.ZERO, Duration.ZERO,
				Duration.ofSeconds(30));
		assertThat(Requests.response(rules, "", status, fields).freshness().lifetime())
			.isEqualTo(Duration.ofSeconds(lifetime));
	}

	private static Instant after(long millis) {
		return Requests.NOON.plusMillis(millis);
	}

}
