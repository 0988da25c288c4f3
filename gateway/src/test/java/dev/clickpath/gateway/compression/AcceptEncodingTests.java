package dev.clickpath.gateway.compression;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptEncodingTests {

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', textBlock = """
			gzip, deflate, br, zstd|        zstd
			gzip, deflate, br|              br
			gzip, deflate|                  gzip
			GZIP|                           gzip
			br;q=0.9, gzip;q=1.0|           gzip
			br;q=0.5, gzip;q=0.5|           br
			zstd;q=0, br;q=0.001|           br
			gzip;q=0|                       -
			identity, gzip;q=0.5|           -
			identity;q=0.5, gzip;q=0.5|     gzip
			*|                              zstd
			*;q=0.1, zstd;q=0, br;q=0|      gzip
			*;q=0, gzip|                    gzip
			deflate, compress|              -
			gzip;q=2|                       -
			gzip;q=x|                       -
			gzip ; q=0.8 , br ;Q=0.9|       br
			xgzip, brr|                     -
			''| -
			""")
	void choosesWhatTheClientLikesBest(String field, String token) {
		Coding coding = AcceptEncoding.choose(List.of(field), EnumSet.allOf(Coding.class));
		assertThat((coding != null) ? coding.token() : "-").isEqualTo(token);
	}

	@Test
	void choosesOnlyWhatThereIs() {
		assertThat(AcceptEncoding.choose(List.of("br, zstd", "gzip;q=0.1"), Set.of(Coding.GZIP)))
			.isEqualTo(Coding.GZIP);
		assertThat(AcceptEncoding.choose(List.of("br"), Set.of(Coding.GZIP))).isNull();
		assertThat(AcceptEncoding.choose(List.of(), Set.copyOf(Arrays.asList(Coding.values())))).isNull();
	}

}
