package dev.clickpath.edge.caching;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpDateTests {

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			# section of RFC 9110;           date;                                instant
			5.6.7 the preferred form;        Sun, 06 Nov 1994 08:49:37 GMT;       1994-11-06T08:49:37Z
			5.6.7 the old form;              Sunday, 06-Nov-94 08:49:37 GMT;      1994-11-06T08:49:37Z
			5.6.7 C's form;                  Sun Nov  6 08:49:37 1994;            1994-11-06T08:49:37Z
			5.6.7 C's form, two digits;      Wed Nov 16 08:49:37 1994;            1994-11-16T08:49:37Z
			5.6.7 a leap day;                Thu, 29 Feb 2024 23:59:59 GMT;       2024-02-29T23:59:59Z
			5.6.7 a leap second;             Sat, 31 Dec 2016 23:59:60 GMT;       2016-12-31T23:59:59Z
			5.6.7 a year of this century;    Sunday, 01-Mar-26 12:00:00 GMT;      2026-03-01T12:00:00Z
			5.6.7 the last century;          Thursday, 31-Dec-98 12:00:00 GMT;    1998-12-31T12:00:00Z
			5.6.7 far away;                  Fri, 31 Dec 9999 23:59:59 GMT;       9999-12-31T23:59:59Z
			5.6.7 long ago;                  Thu, 01 Jan 1970 00:00:00 GMT;       1970-01-01T00:00:00Z
			5.6.7 the day's name is idle;    Mon, 06 Nov 1994 08:49:37 GMT;       1994-11-06T08:49:37Z
			RFC 9111 4.2 in any case;        SUN, 06 NOV 1994 08:49:37 gmt;       1994-11-06T08:49:37Z
			""")
	void readsAllThreeForms(String section, String text, Instant expected) {
		assertThat(HttpDate.parse(text)).as(section).isEqualTo(expected);
		assertThat(HttpDate.parse("  " + text + "\t")).as(section).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "0", "-1", "now", "1994-11-06T08:49:37Z", "Sun, 6 Nov 1994 08:49:37 GMT",
			"Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
			"Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37 EST",
			"Sun, 06 Nov 1994 08:49:37 +0000", "Sun,06 Nov 1994 08:49:37 GMT", "Sun  06 Nov 1994 08:49:37 GMT",
			"Sun, 06-Nov-1994 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun, 06 November 1994 08:49:37 GMT",
			"Xyz, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Xyz 1994 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
			"Sun, 31 Nov 1994 08:49:37 GMT", "Wed, 29 Feb 2023 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
			"Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 08:49:99 GMT",
			"Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT x",
			"Sun Nov 6 08:49:37 1994", "Sun Nov  6 08:49:37 1994 GMT", "Sun, \u0660\u0666 Nov 1994 08:49:37 GMT",
			"Sun, 06 Nov 1994 08:49:37 \u0262MT" })
	void takesNothingElseForADate(String text) {
		assertThat(HttpDate.parse(text)).isNull();
	}

	/** RFC 9110, section 5.6.7: never more than fifty years ahead. */
	@Test
	void twoDigitsOfAYearAreOfTheHundredUpToFiftyAhead() {
		int last = Year.now(ZoneOffset.UTC).getValue() + 50;
		for (int year = last - 99; year <= last; year++) {
			Instant read = HttpDate.parse("Sunday, 01-Mar-%02d 12:00:00 GMT".formatted(year % 100));
			assertThat(read).isEqualTo(LocalDateTime.of(year, 3, 1, 12, 0).toInstant(ZoneOffset.UTC));
		}
	}

	@Test
	void thereIsNoDateInNothing() {
		assertThat(HttpDate.parse(null)).isNull();
	}

	/** RFC 9110, section 5.6.7: what is sent is in the preferred form. */
	@Test
	void writesThePreferredForm() {
		assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37.9Z"))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
		assertThat(HttpDate.format(Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo("Sun, 01 Mar 2026 00:00:00 GMT");
	}

}
