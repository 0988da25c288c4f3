package dev.clickpath.cli.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.github.luben.zstd.Zstd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class CodingsTests {

	private static final byte[] PLAIN = "color: red; ".repeat(100).getBytes(StandardCharsets.US_ASCII);

	@Test
	void decodesWhatAnOriginEncodes() throws IOException {
		for (String coding : new String[] { Codings.GZIP, Codings.BROTLI }) {
			byte[] encoded = Codings.encode(coding, PLAIN);
			assertThat(encoded).hasSizeLessThan(PLAIN.length / 2);
			assertThat(Codings.decode(coding, encoded)).isEqualTo(PLAIN);
		}
	}

	@Test
	void decodesZstandard() throws IOException {
		assertThat(Codings.decode(Codings.ZSTANDARD, Zstd.compress(PLAIN))).isEqualTo(PLAIN);
	}

	@Test
	void refusesACodingItDoesNotKnow() {
		assertThatIOException().isThrownBy(() -> Codings.decode("compress", PLAIN));
	}

}
