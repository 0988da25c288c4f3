package dev.clickpath.edge.caching;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MayStoreTests {

	private static final String TARGET = "http://shop/a?b";

	@ParameterizedTest(name = "{0}: {1} | {2} {3} -> {4}, {5}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;                    request;                       status; response;                                                    cautious; rfc
					3 max-age;                                ``;                            200;    Cache-Control: max-age=60;                                   true;  true
					3 s-maxage;                               ``;                            200;    Cache-Control: s-maxage=60;                                  true;  true
					3 Expires;                                ``;                            200;    Expires: Sun, 01 Mar 2026 12:01:00 GMT;                      true;  true
					3 public, of a status that can be;        ``;                            200;    Cache-Control: public | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT; true; true
					3 public, of any other;                   ``;                            403;    Cache-Control: public | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT; true; true
					3 a guess;                                ``;                            404;    Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT;                true;  true
					3 no guess for a redirection;             ``;                            302;    Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT | ETag: "a";    false; false
					3 a redirection that says how long;       ``;                            302;    Cache-Control: max-age=60;                                   true;  true
					3 a refusal that says how long;           ``;                            403;    Cache-Control: max-age=60;                                   true;  true
					3 an error that says nothing;             ``;                            500;    ETag: "a";                                                   false; false
					3 an unknown status that says how long;   ``;                            499;    Cache-Control: max-age=60;                                   true;  true
					3 an unknown status that says nothing;    ``;                            299;    ETag: "a";                                                   false; false
					3 not a final status;                     ``;                            103;    Cache-Control: max-age=60;                                   false; false
					3 not a 304;                              ``;                            304;    Cache-Control: max-age=60 | ETag: "a";                       false; false
					3.3 a part;                               ``;                            206;    Cache-Control: max-age=60 | Content-Range: bytes 0-4/10;     true;  true
					3.3 a part without its range;             ``;                            206;    Cache-Control: max-age=60;                                   false; false
					3.3 a part with a bad range;              ``;                            206;    Cache-Control: max-age=60 | Content-Range: bytes 4-0/10;     false; false
					3.3 several parts in one;                 ``;                            206;    Cache-Control: max-age=60 | Content-Type: multipart/byteranges; false; false
					5.2.2.3 understood;                       ``;                            200;    Cache-Control: must-understand, max-age=60;                  true;  true
					5.2.2.3 not understood;                   ``;                            299;    Cache-Control: must-understand, max-age=60;                  false; false
					5.2.2.3 no-store for who does not;        ``;                            299;    Cache-Control: no-store, must-understand, max-age=60;        false; false
					5.2.2.3 but not for who does;             ``;                            200;    Cache-Control: no-store, must-understand, max-age=60;        true;  true
					5.2.2.5 no-store;                         ``;                            200;    Cache-Control: no-store;                                     false; false
					5.2.2.5 no-store in any case;             ``;                            200;    Cache-Control: max-age=60, No-Store;                         false; false
					5.2.2.5 no-store on another line;         ``;                            200;    Cache-Control: max-age=60 | Cache-Control: no-store;         false; false
					5.2.2.5 no-store with an argument;        ``;                            200;    Cache-Control: max-age=60, no-store="x";                     false; false
					5.2.2.5 no-store within quotes;           ``;                            200;    Cache-Control: max-age=60, x="a, no-store";                  true;  true
					5.2.2.7 private;                          ``;                            200;    Cache-Control: private, max-age=60;                          false; false
					5.2.2.7 private and public;               ``;                            200;    Cache-Control: public, private, max-age=60;                  false; false
					5.2.2.7 private for a field;              ``;                            200;    Cache-Control: private="x-a", max-age=60;                    true;  true
					5.2.2.7 private for a token;              ``;                            200;    Cache-Control: private=x-a, max-age=60;                      true;  true
					5.2.2.7 private for nothing;              ``;                            200;    Cache-Control: private="", max-age=60;                       false; false
					5.2.2.7 private for empty elements;       ``;                            200;    Cache-Control: private=" , ", max-age=60;                    false; false
					5.2.2.7 private both ways;                ``;                            200;    Cache-Control: private="x-a", private, max-age=60;           false; false
					5.2.2.7 private for unclear fields;       ``;                            200;    Cache-Control: max-age=60, private="x-a;                     false; false
					5.2.2.7 private with spaces;              ``;                            200;    Cache-Control: private = "x-a", max-age=60;                  false; false
					5.2.2.4 no-cache with a validator;        ``;                            200;    Cache-Control: no-cache | ETag: "a";                         true;  true
					5.2.2.4 no-cache with a date;             ``;                            200;    Cache-Control: no-cache | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT; true; true
					5.2.2.4 no-cache without;                 ``;                            200;    Cache-Control: no-cache, max-age=60;                         false; false
					5.2.1.5 no-store of the request;          Cache-Control: no-store;       200;    Cache-Control: max-age=60;                                   false; false
					5.2.1.5 no-store beside others;           Cache-Control: max-age=0, NO-STORE; 200; Cache-Control: max-age=60;                                 false; false
					5.2.1.4 no-cache of the request;          Cache-Control: no-cache;       200;    Cache-Control: max-age=60;                                   true;  true
					5.2.1.1 max-age=0 of the request;         Cache-Control: max-age=0;      200;    Cache-Control: max-age=60;                                   true;  true
					3.5 credentials;                          Authorization: Basic eA==;     200;    Cache-Control: max-age=60;                                   false; false
					3.5 credentials, public;                  Authorization: Basic eA==;     200;    Cache-Control: public, max-age=60;                           true;  true
					3.5 credentials, must-revalidate;         Authorization: Basic eA==;     200;    Cache-Control: must-revalidate, max-age=60;                  true;  true
					3.5 credentials, s-maxage;                Authorization: Basic eA==;     200;    Cache-Control: s-maxage=60;                                  true;  true
					3.5 credentials, proxy-revalidate;        Authorization: Basic eA==;     200;    Cache-Control: proxy-revalidate, max-age=60;                 false; false
					3.5 credentials, Expires;                 Authorization: Basic eA==;     200;    Expires: Sun, 01 Mar 2026 12:01:00 GMT;                      false; false
					3.5 credentials, public but private;      Authorization: Basic eA==;     200;    Cache-Control: public, private, max-age=60;                  false; false
					4.1 Vary;                                 ``;                            200;    Cache-Control: max-age=60 | Vary: Cookie;                    true;  true
					4.1 everything varies;                    ``;                            200;    Cache-Control: max-age=60 | Vary: *;                         false; false
					4.1 everything varies, too;               ``;                            200;    Cache-Control: max-age=60 | Vary: Accept, *, Cookie;         false; false
					4.1 everything varies, spaced;            ``;                            200;    Cache-Control: max-age=60 | Vary: Accept | Vary: ,*,;        false; false
					7.3 a cookie;                             ``;                            200;    Cache-Control: max-age=60 | Set-Cookie: a=b;                 false; true
					7.3 a cookie, and nothing said;           ``;                            200;    ETag: "a" | Set-Cookie: a=b;                                 false; false
					7.3 a cookie, and a guess;                ``;                            200;    Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT | Set-Cookie: a=b; false; false
					4.2.1 stale with a validator;             ``;                            200;    Cache-Control: max-age=0 | ETag: "a";                        true;  true
					4.2.1 stale, and a stop-gap;              ``;                            200;    Cache-Control: max-age=0, stale-if-error=60;                 true;  true
					4.2.1 stale, and still to be used;        ``;                            200;    Cache-Control: max-age=0, stale-while-revalidate=60;         true;  true
					4.2.1 older than it may become;           ``;                            200;    Cache-Control: max-age=60 | Age: 60;                         false; true
					RFC 9110 13.1.1 If-Match is not ours;     If-Match: "a";                 200;    Cache-Control: max-age=60;                                   false; false
					""")
	void storesWhatItMay(String section, String request, int status, String fields, boolean cautious, boolean rfc) {
		assertThat(mayStore(CacheRules.CAUTIOUS, Requests.get(request), status, fields)).as(section)
			.isEqualTo(cautious);
		assertThat(mayStore(CacheRules.RFC, Requests.get(request), status, fields)).as(section).isEqualTo(rfc);
	}

	/** What is about the one request is nobody else's, whatever it claims to be. */
	@ParameterizedTest
	@ValueSource(ints = { 100, 103, 304, 407, 408, 412, 416, 417, 425, 426, 431 })
	void keepsNoStatusThatIsAboutOneRequestOnly(int status) {
		String fields = "Cache-Control: public, max-age=60 | ETag: \"a\" | Content-Range: bytes */10";
		assertThat(mayStore(CacheRules.RFC, Requests.get(""), status, fields)).isFalse();
		assertThat(mayStore(CacheRules.CAUTIOUS, Requests.get(""), status, fields)).isFalse();
	}

	/** RFC 9110, sections 9.2.3 and 9.3.3; RFC 9111, section 3. */
	@ParameterizedTest(name = "{0} {1} -> {2}, {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# method; status; response;                                                                           cautious; rfc
					POST;     200;    Cache-Control: max-age=60 | Content-Location: http://shop/a?b;                      false;    true
					POST;     200;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    true
					POST;     200;    Expires: Sun, 01 Mar 2026 12:01:00 GMT | Content-Location: a?b;                     false;    true
					POST;     200;    Cache-Control: max-age=60 | Content-Location: /a;                                   false;    false
					POST;     200;    Cache-Control: max-age=60 | Content-Location: /a?c;                                 false;    false
					POST;     200;    Cache-Control: max-age=60 | Content-Location: https://shop/a?b;                     false;    false
					POST;     200;    Cache-Control: max-age=60 | Content-Location: http://shop:81/a?b;                   false;    false
					POST;     200;    Cache-Control: max-age=60 | Content-Location: http://other/a?b;                     false;    false
					POST;     200;    Cache-Control: max-age=60;                                                          false;    false
					POST;     200;    Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT | Content-Location: /a?b;              false;    false
					POST;     200;    Cache-Control: public | ETag: "a" | Content-Location: /a?b;                         false;    false
					POST;     201;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    false
					PUT;      200;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    false
					PATCH;    200;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    false
					DELETE;   200;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    false
					OPTIONS;  200;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    false
					HEAD;     200;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    false
					QUERY;    200;    Cache-Control: max-age=60 | Content-Location: /a?b;                                 false;    false
					get;      200;    Cache-Control: max-age=60;                                                          false;    false
					""")
	void keepsOnlyWhatAGetWouldGet(String method, int status, String fields, boolean cautious, boolean rfc) {
		CachingRequest request = Requests.request(method, "");
		assertThat(mayStore(CacheRules.CAUTIOUS, request, status, fields)).isEqualTo(cautious);
		assertThat(mayStore(CacheRules.RFC, request, status, fields)).isEqualTo(rfc);
	}

	private static boolean mayStore(CacheRules rules, CachingRequest request, int status, String fields) {
		StoredResponse response = StoredResponse.of(rules, request.fields(), status, Requests.fields(fields),
				Requests.NOON, Requests.NOON);
		return new CachePolicy(rules, () -> Requests.NOON).mayStore(request, response, TARGET);
	}

}
