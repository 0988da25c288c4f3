package dev.clickpath.edge.encoding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptEncodingTests {

	private static final Set<ContentCoding> ALL = EnumSet.allOf(ContentCoding.class);

	/** RFC 9110, sections 12.4.2 and 12.5.3. */
	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			gzip, deflate, br, zstd          | br
			gzip, zstd                       | zstd
			gzip;q=1.0, br;q=0.5             | gzip
			br;q=0.001, gzip;q=0             | br
			br ; q=0.8 , zstd ; Q=0.9        | zstd
			BR                               | br
			x-gzip                           | gzip
			*                                | br
			*;q=0.5, gzip                    | gzip
			br;q=0, *                        | zstd
			identity                         | identity
			identity, gzip;q=0.5             | identity
			identity;q=0.5, gzip;q=0.5       | gzip
			gzip;q=0                         | identity
			identity;q=0                     | identity
			identity;q=0, gzip;q=0.1         | gzip
			*;q=0                            | identity
			deflate                          | identity
			gzip;q=2                         | identity
			gzip;q=0.1234                    | identity
			gzip;q=x, br                     | br
			,,gzip,;q=1,                     | gzip
			""")
	void choosesWhatTheClientLikesBest(String field, String expected) {
		assertThat(AcceptEncoding.parse(List.of(field)).choose(ALL).token()).isEqualTo(expected);
	}

	@Test
	void joinsSeveralLines() {
		assertThat(AcceptEncoding.parse(List.of("gzip;q=0.5", "zstd")).choose(ALL)).isEqualTo(ContentCoding.ZSTANDARD);
	}

	@Test
	void sendsThePlainBodyToClientsThatSayNothing() {
		assertThat(AcceptEncoding.parse(List.of()).choose(ALL)).isEqualTo(ContentCoding.IDENTITY);
	}

	@Test
	void choosesOnlyWhatCanBeMadeHere() {
		assertThat(AcceptEncoding.parse(List.of("br, gzip;q=0.1")).choose(EnumSet.of(ContentCoding.GZIP)))
			.isEqualTo(ContentCoding.GZIP);
	}

}
