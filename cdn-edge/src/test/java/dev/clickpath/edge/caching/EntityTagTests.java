package dev.clickpath.edge.caching;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagTests {

	@ParameterizedTest(name = "{0} -> weak {1}, opaque {2}, bare {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			"a";        false; a;         false
			W/"a";      true;  a;         false
			"";         false; ``;        false
			W/"";       true;  ``;        false
			"a,b";      false; a,b;       false
			"a\\b";     false; a\\b;      false
			"W/a";      false; W/a;       false
			`  "a"\t`;  false; a;         false
			a;          false; a;         true
			'a';        false; 'a';       true
			w/"a";      false; w/"a";     true
			W/a;        false; W/a;       true
			"a;         false; "a;        true
			a";         false; a";        true
			";          false; ";         true
			"a"b";      false; "a"b";     true
			W/ "a";     false; W/ "a";    true
			""")
	void readsATag(String text, boolean weak, String opaque, boolean bare) {
		assertThat(EntityTag.parse(text)).isEqualTo(new EntityTag(weak, opaque, bare));
	}

	@Test
	void thereIsNoTagInNothing() {
		assertThat(EntityTag.parse(null)).isNull();
		assertThat(EntityTag.parse("")).isNull();
		assertThat(EntityTag.parse(" \t")).isNull();
	}

	/** RFC 9110, section 8.8.3.2, its own table. */
	@ParameterizedTest(name = "{0} and {1}: strongly {2}, weakly {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			W/"1"; W/"1"; false; true
			W/"1"; W/"2"; false; false
			W/"1"; "1";   false; true
			"1";   "1";   true;  true
			"1";   "2";   false; false
			"a";   "A";   false; false
			1;     "1";   false; false
			1;     1;     false; true
			""")
	void comparesAsTheRfcDoes(String one, String other, boolean strongly, boolean weakly) {
		EntityTag first = Objects.requireNonNull(EntityTag.parse(one));
		EntityTag second = Objects.requireNonNull(EntityTag.parse(other));
		assertThat(first.matchesStrongly(second)).isEqualTo(strongly);
		assertThat(second.matchesStrongly(first)).isEqualTo(strongly);
		assertThat(first.matchesWeakly(second)).isEqualTo(weakly);
		assertThat(second.matchesWeakly(first)).isEqualTo(weakly);
	}

	@Test
	void readsAList() {
		assertThat(EntityTag.parseList(" \"a\" ,W/\"b,c\",, \"\\\", d , \"e\"")).containsExactly(
				new EntityTag(false, "a", false), new EntityTag(true, "b,c", false), new EntityTag(false, "\\", false),
				new EntityTag(false, "d", true), new EntityTag(false, "e", false));
		assertThat(EntityTag.parseList("")).isEmpty();
		assertThat(EntityTag.parseList(" , ,")).isEmpty();
		assertThat(EntityTag.parseList("\"never closed, \"x")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"a\"", "W/\"a\"", "a", "\"\"", "\"a" })
	void isWrittenAsItWasRead(String text) {
		assertThat(EntityTag.parse(text)).hasToString(text);
	}

	/** RFC 9110, section 8.8.3.3: each coding has a tag of its own. */
	@Test
	void hasAnotherTagInAnotherCoding() {
		EntityTag tag = Objects.requireNonNull(EntityTag.parse("W/\"a\""));
		List<EntityTag> codings = List.of(tag.inCoding("br"), tag.inCoding("gzip"));
		assertThat(codings).doesNotHaveDuplicates().allSatisfy((coding) -> {
			assertThat(coding.weak()).isTrue();
			assertThat(coding.matchesWeakly(tag)).isFalse();
		});
	}

	/** RFC 9110, section 13.1.5. */
	@ParameterizedTest(name = "If-Range: {2} of {0}, changed {1} -> {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			# tag;   changed;                         asked;                           the same
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   "a";                             true
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   "b";                             false
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   W/"a";                           false
			W/"a";   Sun, 01 Feb 2026 00:00:00 GMT;   W/"a";                           false
			W/"a";   Sun, 01 Feb 2026 00:00:00 GMT;   "a";                             false
			a;       Sun, 01 Feb 2026 00:00:00 GMT;   a;                               false
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   *;                               false
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   Sun, 01 Feb 2026 00:00:00 GMT;   true
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   Sunday, 01-Feb-26 00:00:00 GMT;  true
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   Mon, 02 Feb 2026 00:00:00 GMT;   false
			"a";     Sun, 01 Feb 2026 00:00:00 GMT;   Sat, 31 Jan 2026 00:00:00 GMT;   false
			"a";     Sun, 01 Mar 2026 12:00:00 GMT;   Sun, 01 Mar 2026 12:00:00 GMT;   false
			"a";     Sun, 01 Mar 2026 11:59:59 GMT;   Sun, 01 Mar 2026 11:59:59 GMT;   true
			"a";     never;                           Sun, 01 Mar 2026 12:00:00 GMT;   false
			"a";     never;                           nonsense;                        false
			""")
	void aPartIsOfTheSameRepresentationOnlyByAStrongValidator(String tag, String changed, String asked, boolean same) {
		StoredResponse response = Requests.response(200,
				"Date: Sun, 01 Mar 2026 12:00:00 GMT | ETag: " + tag + " | Last-Modified: " + changed);
		assertThat(response.validators().satisfyIfRange(asked)).isEqualTo(same);
	}

}
