package dev.clickpath.edge.caching;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentRangeTests {

	@ParameterizedTest(name = "{0} -> from {1}, {2} octets of {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			bytes 0-0/1;          0;  1;  1
			bytes 0-9/10;         0;  10; 10
			bytes 5-9/10;         5;  5;  10
			bytes 5-9/*;          5;  5;  -1
			BYTES 5-9/10;         5;  5;  10
			` bytes 5-9/10\t`;    5;  5;  10
			bytes 005-009/0010;   5;  5;  10
			""")
	void readsWhichOctetsABodyHas(String text, long first, long length, long complete) {
		assertThat(ContentRange.parse(text)).isEqualTo(new ContentRange(first, length, complete));
	}

	/** RFC 9110, section 14.4: what is invalid must not be combined with anything. */
	@ParameterizedTest
	@ValueSource(strings = { "", "bytes", "bytes */10", "bytes 5-9", "bytes 9-5/10", "bytes 0-10/10", "bytes 0-9/0",
			"bytes=0-9/10", "0-9/10", "items 0-9/10", "bytes -9/10", "bytes 0-/10", "bytes 0-9/", "bytes 0-9/-10",
			"bytes 0-9/10, bytes 0-9/10", "bytes 0 - 9/10", "bytes 0-9 /10", "bytes +0-9/10",
			"bytes 0-9999999999999999999999/*", "bytes \u0660-\u0669/*", "bytes 0-9/10 x" })
	void believesNothingElse(String text) {
		assertThat(ContentRange.parse(text)).isNull();
		assertThat(Requests.response(206, "Content-Range: " + text).range()).isNull();
	}

	@Test
	void thereIsNoRangeInNothing() {
		assertThat(ContentRange.parse(null)).isNull();
	}

	@Test
	void onlyAPartHasARange() {
		assertThat(Requests.response(200, "Content-Range: bytes 0-4/10").range()).isNull();
		assertThat(Requests.response(206, "Content-Range: bytes 0-4/10").range()).hasToString("bytes 0-4/10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes 0-0/1", "bytes 5-9/10", "bytes 5-9/*" })
	void isWrittenAsItWasRead(String text) {
		assertThat(ContentRange.parse(text)).hasToString(text);
	}

	/** RFC 9111, section 3.4; a range is {@code first-last/complete}. */
	@ParameterizedTest(name = "{0} and {1} -> {2}")
	@CsvSource(textBlock = """
			0-4/10, 5-9/10, 0-9/10
			5-9/10, 0-4/10, 0-9/10
			0-6/10, 3-9/10, 0-9/10
			0-9/10, 3-5/10, 0-9/10
			3-5/10, 0-9/10, 0-9/10
			0-4/10, 0-4/10, 0-4/10
			0-4/*,  5-9/10, 0-9/10
			0-4/10, 5-7/*,  0-7/10
			0-4/*,  5-9/*,  0-9/*
			0-3/10, 5-9/10, apart
			5-9/10, 0-3/10, apart
			0-4/10, 5-9/11, apart
			0-4/10, 5-14/*, apart
			5-14/*, 0-4/10, apart
			""")
	void partsOfTheSameWholeWithoutAGapBelongTogether(String one, String other, String together) {
		StoredResponse first = part(one, "\"a\"");
		StoredResponse second = part(other, "\"a\"");
		assertThat(first.combinesWith(second)).isEqualTo(!together.equals("apart"));
		if (first.range() != null && second.range() != null && !together.equals("apart")) {
			assertThat(first.range().union(second.range())).hasToString("bytes " + together);
		}
	}

	/** RFC 9111, section 3.4: all of them with the same strong validator. */
	@ParameterizedTest(name = "{0} and {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			"a";   "a";   true
			"a";   "b";   false
			W/"a"; W/"a"; false
			W/"a"; "a";   false
			"a";   W/"a"; false
			a;     a;     false
			``;    ``;    false
			"a";   ``;    false
			""")
	void onlyAStrongTagTellsThatPartsAreOfTheSameWhole(String one, String other, boolean together) {
		assertThat(part("0-4/10", one).combinesWith(part("5-9/10", other))).isEqualTo(together);
	}

	@Test
	void aWholeIsNoPart() {
		StoredResponse whole = Requests.response(200, "ETag: \"a\"");
		assertThat(whole.combinesWith(part("0-4/10", "\"a\""))).isFalse();
		assertThat(part("0-4/10", "\"a\"").combinesWith(whole)).isFalse();
	}

	/** RFC 9111, section 3.3: what has all octets is a 200. */
	@Test
	void becomesAWholeWhenNothingIsMissing() {
		StoredResponse part = part("0-4/10", "\"a\"");
		StoredResponse whole = part.with(ContentRange.whole(10));
		StoredResponse more = part.with(new ContentRange(0, 7, 10));
		assertThat(whole.status()).isEqualTo(200);
		assertThat(whole.range()).isNull();
		assertThat(whole.fields().all("Content-Range")).isEmpty();
		assertThat(more.status()).isEqualTo(206);
		assertThat(more.range()).hasToString("bytes 0-6/10");
	}

	@ParameterizedTest(name = "{0} with {1} octets -> {2}")
	@CsvSource(textBlock = """
			0-4/10, 5, bytes 0-4/10
			5-9/10, 5, bytes 5-9/10
			0-4/10, 4, not believed
			0-4/10, 6, not believed
			0-4/*,  0, not believed
			""")
	void aBodyHasToProveItsRange(String range, long actual, String expected) {
		ContentRange proved = new StoredRange(range).get().provedBy(actual, false);
		assertThat((proved != null) ? proved.toString() : "not believed").isEqualTo(expected);
	}

	private record StoredRange(String text) {

		ContentRange get() {
			ContentRange range = ContentRange.parse("bytes " + this.text);
			assertThat(range).isNotNull();
			return (range != null) ? range : ContentRange.whole(0);
		}

	}

	/** RFC 9110, section 14.2: of a part no more can be told than it has. */
	@ParameterizedTest(name = "of {0}: {1} -> {2}")
	@CsvSource(delimiter = ';', textBlock = """
			0-4/10; bytes=0-4;      Parts
			0-4/10; bytes=1-2,4-4;  Parts
			0-4/10; bytes=0-5;      Incomplete
			0-4/10; bytes=4-;       Incomplete
			0-4/10; bytes=-5;       Incomplete
			5-9/10; bytes=5-;       Parts
			5-9/10; bytes=-5;       Parts
			5-9/10; bytes=-6;       Incomplete
			5-9/10; bytes=7-99;     Parts
			0-4/10; bytes=10-;      Unsatisfiable
			0-4/10; bytes=0-1,10-;  Parts
			0-4/10; bytes=0-1,6-7;  Incomplete
			0-4/*;  bytes=0-4;      Parts
			0-4/*;  bytes=0-;       Incomplete
			0-4/*;  bytes=-1;       Incomplete
			0-4/*;  bytes=0-99;     Incomplete
			0-4/*;  bytes=99-;      Incomplete
			0-4/10; bytes=9-1;      Incomplete
			0-4/10; lines=0-1;      Incomplete
			""")
	void answersFromAPartOnlyWhatItHas(String range, String asked, String expected) {
		StoredResponse part = part(range, "\"a\"");
		Answer answer = Answer.to(Requests.get("Range: " + asked), 206, part.validators(),
				new StoredRange(range).get());
		assertThat(answer.getClass().getSimpleName()).isEqualTo(expected);
	}

	/** RFC 9110, section 14.1.2. */
	@ParameterizedTest
	@ValueSource(strings = { "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=1", "bytes=1-2-3", "bytes=2-1",
			"bytes=0-1,2-1", "bytes=0-1,x", "bytes =0-1", "0-1", "byte=0-1", "bytes=0.5-1", "bytes=--1" })
	void ignoresRangesThatCannotBeRead(String range) {
		assertThat(Requests.get("Range: " + range).hasSingleRange()).isFalse();
		assertThat(Requests.get("Range: " + range).hasManyRanges()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "bytes=0-1", "bytes=0-", "bytes=-1", "Bytes=0-1", "bytes=0-1,", "bytes=, 0-1 ", " bytes=0-1" })
	void readsRangesInEverySpelling(String range) {
		assertThat(Requests.get("Range: " + range).hasSingleRange()).isTrue();
		assertThat(Requests.request("POST", "Range: " + range).hasSingleRange()).isFalse();
		assertThat(Requests.request("HEAD", "Range: " + range).hasSingleRange()).isFalse();
	}

	/** RFC 9110, section 17.15. */
	@Test
	void theWholeIsAnswerEnoughForWhoAsksForTooManyOrOverlappingRanges() {
		StoredResponse whole = Requests.response(200, "ETag: \"a\"");
		for (String range : List.of("bytes=" + "0-0,".repeat(20), "bytes=0-,0-", "bytes=0-5,3-7", "bytes=3-7,0-5")) {
			assertThat(Answer.to(Requests.get("Range: " + range), 200, whole.validators(), ContentRange.whole(10)))
				.isEqualTo(Answer.WHOLE);
		}
	}

	private static StoredResponse part(String range, String tag) {
		return Requests.response(206, "Content-Range: bytes " + range + (tag.isEmpty() ? "" : " | ETag: " + tag));
	}

}
