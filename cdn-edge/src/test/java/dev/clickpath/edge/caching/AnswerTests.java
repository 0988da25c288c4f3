package dev.clickpath.edge.caching;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTests {

	/** Of a body of 1,000 octets with the tag "a", changed on 1 February. */
	@ParameterizedTest(name = "{0}: {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# RFC 9110;                         request;                                               answer
					13.1.2 the same tag;                If-None-Match: "a";                                    NotModified
					13.1.2 weak comparison;             If-None-Match: W/"a";                                  NotModified
					13.1.2 one of a list;               If-None-Match: "x", W/"y,z" , "a";                     NotModified
					13.1.2 over several lines;          If-None-Match: "x" | If-None-Match: "a";               NotModified
					13.1.2 any;                         If-None-Match: *;                                      NotModified
					13.1.2 another tag;                 If-None-Match: "b";                                    Whole
					13.1.2 not in quotes;               If-None-Match: a;                                      Whole
					13.1.3 unchanged since;             If-Modified-Since: Sun, 01 Feb 2026 00:00:00 GMT;      NotModified
					13.1.3 in the old form;             If-Modified-Since: Sunday, 01-Feb-26 00:00:00 GMT;     NotModified
					13.1.3 in C's form;                 If-Modified-Since: Sun Feb  1 00:00:00 2026;           NotModified
					13.1.3 changed since;               If-Modified-Since: Sat, 31 Jan 2026 23:59:59 GMT;      Whole
					13.1.3 no date;                     If-Modified-Since: yesterday;                          Whole
					13.1.3 the tag has the last word;   If-None-Match: "b" | If-Modified-Since: Sun, 01 Feb 2026 00:00:00 GMT; Whole
					14.1.2 the first octets;            Range: bytes=0-9;                                      Part 0 10
					14.1.2 from there on;               Range: bytes=990-;                                     Part 990 10
					14.1.2 the last octets;             Range: bytes=-10;                                      Part 990 10
					14.1.2 more than there are;         Range: bytes=-5000;                                    Part 0 1000
					14.1.2 beyond the end;              Range: bytes=990-5000;                                 Part 990 10
					14.1.2 one octet;                   Range: bytes=999-999;                                  Part 999 1
					15.5.17 after the end;              Range: bytes=1000-;                                    Unsatisfiable
					15.5.17 no octets;                  Range: bytes=-0;                                       Unsatisfiable
					14.2 backwards is no range;         Range: bytes=9-0;                                      Whole
					14.2 another unit;                  Range: lines=0-9;                                      Whole
					14.2 several;                       Range: bytes=0-1,5-6;                                  Part 0 2, Part 5 2
					14.1.2 far beyond the end;          Range: bytes=990-99999999999999999999999;              Part 990 10
					14.1.2 far more than there are;     Range: bytes=-99999999999999999999999;                 Part 0 1000
					15.5.17 far after the end;          Range: bytes=99999999999999999999999-;                 Unsatisfiable
					13.1.5 the same tag;                Range: bytes=0-9 | If-Range: "a";                      Part 0 10
					13.1.5 another tag;                 Range: bytes=0-9 | If-Range: "b";                      Whole
					13.1.5 strong comparison;           Range: bytes=0-9 | If-Range: W/"a";                    Whole
					13.1.5 exactly the date;            Range: bytes=0-9 | If-Range: Sun, 01 Feb 2026 00:00:00 GMT; Part 0 10
					13.1.5 not a later date;            Range: bytes=0-9 | If-Range: Mon, 02 Feb 2026 00:00:00 GMT; Whole
					13.2.2 conditions before ranges;    Range: bytes=0-9 | If-None-Match: "a";                 NotModified
					""")
	void answersConditionsAndRanges(String section, String request, String expected) {
		StoredResponse stored = Requests.response(200, "ETag: \"a\" | Last-Modified: Sun, 01 Feb 2026 00:00:00 GMT");
		Answer answer = Answer.to(Requests.get(request), 200, stored.validators(), ContentRange.whole(1000));
		assertThat(describe(answer)).as(section).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} of status {1} -> {2}")
	@CsvSource({ "HEAD, 200, Whole", "GET, 404, Whole", "GET, 200, Part 0 10" })
	void givesPartsOnlyOfWhatWasGot(String method, int status, String expected) {
		StoredResponse stored = Requests.response(status, "ETag: \"a\"");
		Answer answer = Answer.to(Requests.request(method, "Range: bytes=0-9"), status, stored.validators(),
				ContentRange.whole(1000));
		assertThat(describe(answer)).isEqualTo(expected);
	}

	private static String describe(Answer answer) {
		return (answer instanceof Answer.Parts(List<Answer.Part> parts)) ? parts.stream()
			.map((part) -> "Part " + part.first() + " " + part.length())
			.collect(Collectors.joining(", ")) : answer.getClass().getSimpleName();
	}

}
