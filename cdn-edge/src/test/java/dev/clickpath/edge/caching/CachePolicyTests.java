package dev.clickpath.edge.caching;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CachePolicyTests {

	private Instant now = Requests.NOON;

	private final CachePolicy policy = new CachePolicy(CacheRules.CAUTIOUS, () -> this.now);

	@ParameterizedTest(name = "{0}: {1} | {2} after {3} s -> {4}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section (RFC 9111 unless said);  request;                  stored response;                                    after; decision
					4.2 fresh;                          '';                       Cache-Control: max-age=60;                          59;    Hit
					4.2 lifetime must exceed age;       '';                       Cache-Control: max-age=60 | ETag: "a";              60;    Revalidate stale
					4.2 stale, nothing to validate by;  '';                       Cache-Control: max-age=60;                          61;    Revalidate stale
					4.2.1 s-maxage before max-age;      '';                       Cache-Control: max-age=1, s-maxage=60;              59;    Hit
					4.2.1 s-maxage may be shorter;      '';                       Cache-Control: max-age=60, s-maxage=1 | ETag: "a";  2;     Revalidate stale
					4.2.1 max-age before Expires;       '';                       Cache-Control: max-age=60 | Expires: 0;             59;    Hit
					4.2.1 contradiction is stale;       '';                       Cache-Control: max-age=60, max-age=90 | ETag: "a";  0;     Revalidate stale
					4.2.1 repetition is none;           '';                       Cache-Control: max-age=60 | Cache-Control: max-age=60; 59; Hit
					5.2 names in any case;              '';                       Cache-Control: MAX-AGE=60;                          59;    Hit
					5.2 quoted argument;                '';                       Cache-Control: max-age="60";                        59;    Hit
					1.2.2 no number is zero;            '';                       Cache-Control: max-age=soon | ETag: "a";            0;     Revalidate stale
					1.2.2 negative is zero;             '';                       Cache-Control: max-age=-1 | ETag: "a";              0;     Revalidate stale
					1.2.2 overflow is for ever;         '';                       Cache-Control: max-age=99999999999999999999;        99999; Hit
					5.2.2.4 no-cache;                   '';                       Cache-Control: no-cache, max-age=60 | ETag: "a";    0;     Revalidate stale
					5.2.2.4 no-cache with fields;       '';                       Cache-Control: no-cache="x", max-age=60 | ETag: "a"; 0;    Hit
					4.2.3 Age counts;                   '';                       Cache-Control: max-age=60 | Age: 50 | ETag: "a";    10;    Revalidate stale
					4.2.3 apparent age counts;          '';                       Cache-Control: max-age=60 | Date: Sun, 01 Mar 2026 11:59:10 GMT | ETag: "a"; 10; Revalidate stale
					4.2.3 date in the future;           '';                       Cache-Control: max-age=60 | Date: Sun, 01 Mar 2026 12:30:00 GMT; 59; Hit
					5.3 Expires;                        '';                       Date: Sun, 01 Mar 2026 12:00:00 GMT | Expires: Sun, 01 Mar 2026 12:01:00 GMT; 59; Hit
					5.3 invalid Expires has passed;     '';                       Expires: 0 | ETag: "a";                             0;     Revalidate stale
					4.2.2 a tenth since the change;     '';                       Date: Sun, 01 Mar 2026 12:00:00 GMT | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT; 59; Hit
					4.2.2 and no more;                  '';                       Date: Sun, 01 Mar 2026 12:00:00 GMT | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT; 61; Revalidate stale
					5.2.1.1 max-age of the request;     Cache-Control: max-age=5; Cache-Control: max-age=60 | ETag: "a";              6;     Revalidate request
					5.2.1.1 still young enough;         Cache-Control: max-age=5; Cache-Control: max-age=60;                          5;     Hit
					5.2.1.3 min-fresh;                  Cache-Control: min-fresh=10; Cache-Control: max-age=60 | ETag: "a";           51;    Revalidate request
					5.2.1.4 no-cache of the request;    Cache-Control: no-cache;  Cache-Control: max-age=60 | ETag: "a";              0;     Revalidate request
					5.2.1.5 no-store of the request;    Cache-Control: no-store;  Cache-Control: max-age=60;                          0;     PassThrough bypass
					5.2.1.7 only-if-cached, stale;      Cache-Control: only-if-cached; Cache-Control: max-age=60 | ETag: "a";         61;    Refuse
					5.2.1.7 only-if-cached, fresh;      Cache-Control: only-if-cached; Cache-Control: max-age=60;                     59;    Hit
					5.4 Pragma alone;                   Pragma: no-cache;         Cache-Control: max-age=60 | ETag: "a";              0;     Revalidate request
					5.4 Pragma beside Cache-Control;    Pragma: no-cache | Cache-Control: max-age=9; Cache-Control: max-age=60;       0;     Hit
					3.5 credentials;                    Authorization: Basic eA==; Cache-Control: max-age=60;                         0;     Fetch request
					4.3.2 a condition for the origin;   If-Match: "a";            Cache-Control: max-age=60;                          0;     PassThrough bypass
					RFC 5861 3 within the window;       '';                       Cache-Control: max-age=60, stale-while-revalidate=30 | ETag: "a"; 89; ServeStaleAndRefresh
					RFC 5861 3 after the window;        '';                       Cache-Control: max-age=60, stale-while-revalidate=30 | ETag: "a"; 90; Revalidate stale
					4.2.4 must-revalidate;              '';                       Cache-Control: max-age=60, stale-while-revalidate=30, must-revalidate | ETag: "a"; 61; Revalidate stale
					""")
	void decidesWithWhatIsStored(String section, String request, String stored, long after, String expected) {
		StoredResponse response = Requests.response(200, stored);
		this.now = Requests.NOON.plusSeconds(after);
		CacheDecision decision = this.policy.decide(Requests.get(unquoted(request)), response, ForwardReason.URI_MISS);
		assertThat(describe(decision)).as(section).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			GET;    '';                            Fetch uri-miss
			HEAD;   '';                            PassThrough uri-miss
			POST;   '';                            PassThrough method
			get;    '';                            PassThrough method
			DELETE; '';                            PassThrough method
			GET;    Cache-Control: only-if-cached; Refuse
			""")
	void decidesWithNothingStored(String method, String fields, String expected) {
		CacheDecision decision = this.policy.decide(Requests.request(method, unquoted(fields)), null,
				ForwardReason.URI_MISS);
		assertThat(describe(decision)).isEqualTo(expected);
	}

	@Test
	void aBodyKeepsTheStoreOutOfIt() {
		CachingRequest request = new CachingRequest("GET", Requests.fields(""), true);
		assertThat(describe(this.policy.decide(request, null, ForwardReason.URI_MISS))).isEqualTo("PassThrough bypass");
	}

	@ParameterizedTest(name = "{0}: {1} | {2} {3} -> {4}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section (RFC 9111);               request;                   status; response;                                  stored
					3 explicit freshness;               '';                        200;    Cache-Control: max-age=60;                 true
					3 no freshness, no validator;       '';                        200;    Content-Type: text/css;                    false
					3 a validator is worth it;          '';                        200;    ETag: "a";                                 true
					3 never fresh, a validator;         '';                        200;    Cache-Control: no-cache | ETag: "a";       true
					3 a redirection;                    '';                        301;    Cache-Control: max-age=60;                 true
					3 a missing page;                   '';                        404;    Cache-Control: max-age=60;                 true
					3 a status it does not understand;  '';                        299;    Cache-Control: max-age=60;                 true
					3 an error that says how long;      '';                        500;    Cache-Control: max-age=60;                 true
					3.3 a part;                         '';                        206;    Cache-Control: max-age=60 | Content-Range: bytes 0-1/2; true
					3.5 credentials, but public;        Authorization: Basic eA==; 200;    Cache-Control: public, max-age=60;         true
					5.2.1.5 no-store of the request;    Cache-Control: no-store;   200;    Cache-Control: max-age=60;                 false
					5.2.2.5 no-store;                   '';                        200;    Cache-Control: no-store, max-age=60;       false
					5.2.2.7 private;                    '';                        200;    Cache-Control: private, max-age=60;        false
					5.2.2.7 private with fields;        '';                        200;    Cache-Control: private="x", max-age=60;    true
					7.3 a cookie;                       '';                        200;    Cache-Control: max-age=60 | Set-Cookie: a=b; false
					4.1 Vary: *;                        '';                        200;    Cache-Control: max-age=60 | Vary: *;       false
					4.1 Vary: * among others;           '';                        200;    Cache-Control: max-age=60 | Vary: a | Vary: b, *; false
					4.1 Vary;                           '';                        200;    Cache-Control: max-age=60 | Vary: Origin;  true
					""")
	void storesWhatItMay(String section, String request, int status, String fields, boolean expected) {
		StoredResponse response = Requests.response(status, fields);
		assertThat(this.policy.mayStore(Requests.get(unquoted(request)), response, "http://shop/a")).as(section)
			.isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} after {1} s -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			Cache-Control: max-age=60, stale-if-error=30;                   89; true
			Cache-Control: max-age=60, stale-if-error=30;                   90; false
			Cache-Control: max-age=60;                                      61; false
			Cache-Control: max-age=60, stale-if-error=30, must-revalidate;  61; false
			Cache-Control: max-age=60, stale-if-error=30, proxy-revalidate; 61; false
			Cache-Control: s-maxage=60, stale-if-error=30;                  61; false
			Cache-Control: no-cache, max-age=60, stale-if-error=30;         61; false
			""")
	void letsAStoredResponseStandInForABrokenOriginOnlyWhereItSaysSo(String stored, long after, boolean expected) {
		StoredResponse response = Requests.response(200, stored);
		this.now = Requests.NOON.plusSeconds(after);
		assertThat(this.policy.mayServeOnError(response)).isEqualTo(expected);
	}

	private static String unquoted(String text) {
		return text.equals("''") ? "" : text;
	}

	private static String describe(CacheDecision decision) {
		String name = decision.getClass().getSimpleName();
		return switch (decision) {
			case CacheDecision.Fetch fetch -> name + " " + fetch.reason();
			case CacheDecision.Revalidate revalidate -> name + " " + revalidate.reason();
			case CacheDecision.PassThrough pass -> name + " " + pass.reason();
			default -> name;
		};
	}

}
