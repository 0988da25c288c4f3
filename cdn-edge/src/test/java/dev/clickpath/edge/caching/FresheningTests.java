package dev.clickpath.edge.caching;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FresheningTests {

	private static final Instant LATER = Requests.NOON.plusSeconds(100);

	/** RFC 9111, section 3.2: all fields but those that the stored body depends on. */
	@ParameterizedTest(name = "{0}: stored {1}, then {2} -> {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;              field;               stored;             new;                then
					3.2 replaced;                       X-A;                 1;                  2;                  2
					3.2 kept;                           X-A;                 1;                  ``;                 1
					3.2 added;                          X-A;                 ``;                 2;                  2
					3.2 the type;                       Content-Type;        text/css;           text/plain;         text/plain
					3.2 the policy;                     Cache-Control;       max-age=1;          max-age=60;         max-age=60
					3.2 the date;                       Date;                Sun, 01 Mar 2026 12:00:00 GMT; Sun, 01 Mar 2026 12:01:40 GMT; Sun, 01 Mar 2026 12:01:40 GMT
					3.2 the date of change;             Last-Modified;       Sun, 01 Mar 2026 11:50:00 GMT; Sun, 01 Mar 2026 11:50:00 GMT; Sun, 01 Mar 2026 11:50:00 GMT
					3.2 not the coding;                 Content-Encoding;    gzip;               br;                 gzip
					3.2 not a coding it has not;        Content-Encoding;    ``;                 gzip;               ``
					3.2 not the length;                 Content-Length;      10;                 0;                  10
					3.2 not the range;                  Content-Range;       bytes 0-4/10;       bytes 5-9/10;       bytes 0-4/10
					3.1 nothing of one connection;      Keep-Alive;          ``;                 5;                  ``
					3.1 nothing of one hop;             Proxy-Authenticate;  ``;                 Basic;              ``
					4.2.3 not the age of one answer;    Age;                 ``;                 5;                  ``
					""")
	void a304UpdatesTheHead(String section, String name, String stored, String update, String then) {
		StoredResponse response = Requests.response(200, "ETag: \"a\"" + line(name, stored));
		StoredResponse freshened = freshened(response, "ETag: \"a\"" + line(name, update));
		assertThat(freshened.fields().all(name)).as(section).isEqualTo(then.isEmpty() ? List.of() : List.of(then));
	}

	@Test
	void everyLineOfAnUpdatedFieldIsReplaced() {
		StoredResponse response = Requests.response(200, "ETag: \"a\" | X-A: 1 | x-a: 2 | X-B: 3");
		StoredResponse freshened = freshened(response, "ETag: \"a\" | X-A: 4 | X-A: 5");
		assertThat(freshened.fields().all("X-A")).containsExactly("4", "5");
		assertThat(freshened.fields().all("X-B")).containsExactly("3");
	}

	/** RFC 9111, section 4.3.4. */
	@ParameterizedTest(name = "{0}: {1} -> {2} s at the age of {3} s")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;           304;                                                                  lifetime; age
					4.2.1 a new lifetime;            Cache-Control: max-age=60;                                            60;       0
					4.2.1 the old lifetime;          X-A: 1;                                                               10;       0
					4.2.3 its own age;               Age: 7;                                                               10;       7
					4.2.3 its own date;              Date: Sun, 01 Mar 2026 12:01:30 GMT;                                  10;       10
					4.2.1 no lifetime any more;      Cache-Control: max-age=0;                                             0;        0
					4.2.1 nonsense;                  Cache-Control: max-age=x;                                             0;        0
					RFC 9213 for this edge;          Cache-Control: max-age=1 | CDN-Cache-Control: max-age=60;             60;       0
					""")
	void a304BeginsANewLifetime(String section, String update, long lifetime, long age) {
		StoredResponse response = Requests.response(200, "ETag: \"a\" | Cache-Control: max-age=10 | Age: 5");
		Freshness freshness = freshened(response, "ETag: \"a\" | " + update).freshness();
		assertThat(freshness.lifetime().toSeconds()).as(section).isEqualTo(lifetime);
		assertThat(freshness.age(LATER)).as(section).isEqualTo(age);
	}

	/** RFC 9111, section 4.2.3: a validation under way takes time as well. */
	@Test
	void theDelayOfTheValidationCounts() {
		StoredResponse response = Requests.response(200, "ETag: \"a\" | Cache-Control: max-age=10");
		StoredResponse freshened = response.freshenedBy(CacheRules.RFC, FieldList.of(), FieldList.of("ETag", "\"a\""),
				LATER.minusSeconds(3), LATER);
		assertThat(freshened.freshness().age(LATER)).isEqualTo(3);
	}

	@Test
	void aDirectiveThatComesWithTheValidationIsFollowed() {
		StoredResponse response = Requests.response(200, "ETag: \"a\" | Cache-Control: max-age=10 | X-Secret: 1");
		StoredResponse freshened = freshened(response,
				"Cache-Control: max-age=10, must-revalidate, private=\"x-secret\" | X-Secret: 2");
		assertThat(freshened.forbidsStale()).isTrue();
		assertThat(freshened.withheld()).containsExactly("x-secret");
		assertThat(freshened.fields().has("X-Secret")).isFalse();
	}

	@Test
	void staysWhatItIsBesidesItsHead() {
		StoredResponse part = Requests.response(206, "ETag: \"a\" | Content-Range: bytes 0-4/10 | Surrogate-Key: shoe");
		StoredResponse freshened = freshened(part, "ETag: \"a\" | Surrogate-Key: shirt");
		assertThat(freshened.status()).isEqualTo(206);
		assertThat(freshened.range()).hasToString("bytes 0-4/10");
		assertThat(freshened.tags()).isEqualTo(Set.of("shirt"));
	}

	/** RFC 9111, section 4.3.4: a strong tag identifies what is to be updated. */
	@Test
	void anotherStrongTagUpdatesNoField() {
		StoredResponse response = Requests.response(200, "ETag: \"a\" | Cache-Control: max-age=10 | X-A: 1");
		StoredResponse freshened = freshened(response, "ETag: \"b\" | Cache-Control: max-age=99 | X-A: 2");
		assertThat(freshened.fields()).isEqualTo(response.fields());
		assertThat(freshened.validators()).isEqualTo(response.validators());
		assertThat(freshened.freshness().lifetime().toSeconds()).isEqualTo(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ETag: \"a\" | X-A: 2", "ETag: W/\"a\" | X-A: 2", "X-A: 2" })
	void theSameTagAWeakOneOrNoneUpdatesTheFields(String update) {
		StoredResponse response = Requests.response(200, "ETag: \"a\" | X-A: 1");
		StoredResponse freshened = freshened(response, update);
		assertThat(freshened.fields().all("X-A")).containsExactly("2");
		assertThat(freshened.fields().all("ETag")).containsExactly("\"a\"");
	}

	/** RFC 9111, section 4.3.5. */
	@ParameterizedTest(name = "{0}: {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;        HEAD;                                                                        the same
					4.3.5 all the same;           ETag: "a" | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT | Content-Length: 9; true
					4.3.5 nothing told;           X: 1;                                                                        true
					4.3.5 only the tag;           ETag: "a";                                                                   true
					4.3.5 another tag;            ETag: "b";                                                                   false
					4.3.5 another kind of tag;    ETag: W/"a";                                                                 false
					4.3.5 another date;           ETag: "a" | Last-Modified: Sun, 01 Mar 2026 11:51:00 GMT;                    false
					4.3.5 the date otherwise;     Last-Modified: Sunday, 01-Mar-26 11:50:00 GMT;                               true
					4.3.5 another length;         ETag: "a" | Content-Length: 8;                                               false
					4.3.5 no length;              ETag: "a" | Content-Length: x;                                               false
					""")
	void aHeadTellsWhetherWhatIsStoredIsStillTheSame(String section, String head, boolean same) {
		StoredResponse response = Requests.response(200,
				"ETag: \"a\" | Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT | Content-Length: 9");
		assertThat(response.isDescribedBy(Requests.fields(head), 9)).as(section).isEqualTo(same);
	}

	@Test
	void aValidatorThatIsNewToItIsAnothers() {
		StoredResponse response = Requests.response(200, "Cache-Control: max-age=10");
		assertThat(response.isDescribedBy(Requests.fields("ETag: \"a\""), 9)).isFalse();
		assertThat(response.isDescribedBy(Requests.fields("Last-Modified: Sun, 01 Mar 2026 11:50:00 GMT"), 9))
			.isFalse();
	}

	private static StoredResponse freshened(StoredResponse response, String update) {
		return response.freshenedBy(CacheRules.CAUTIOUS, FieldList.of(), Requests.fields(update), LATER, LATER);
	}

	private static String line(String name, String value) {
		return value.isEmpty() ? "" : " | " + name + ": " + value;
	}

}
