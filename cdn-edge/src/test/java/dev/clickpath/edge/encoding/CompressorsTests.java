package dev.clickpath.edge.encoding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import com.github.luben.zstd.Zstd;
import dev.clickpath.edge.caching.CacheRules;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.caching.StoredResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompressorsTests {

	private final Compressors compressors = Compressors.ofThisMachine();

	@ParameterizedTest
	@ValueSource(ints = { 1, 300, 10_000, 400_000 })
	void compressesSoThatTheBodyComesBack(int length) throws IOException {
		byte[] plain = text(length);
		assertThat(Decoder.decompress(this.compressors.compress(ContentCoding.BROTLI, Effort.HIGH, plain))
			.getDecompressedData()).isEqualTo(plain);
		assertThat(Zstd.decompress(this.compressors.compress(ContentCoding.ZSTANDARD, Effort.HIGH, plain)))
			.isEqualTo(plain);
		assertThat(new GZIPInputStream(
				new ByteArrayInputStream(this.compressors.compress(ContentCoding.GZIP, Effort.HIGH, plain)))
			.readAllBytes()).isEqualTo(plain);
	}

	@Test
	void takesTheTroubleThatABodySentOftenIsWorth() {
		byte[] plain = text(50_000);
		assertThat(this.compressors.compress(ContentCoding.BROTLI, Effort.HIGH, plain))
			.hasSizeLessThan(this.compressors.compress(ContentCoding.GZIP, Effort.HIGH, plain).length);
	}

	@ParameterizedTest(name = "{0}, {1} bytes, {2} -> {3}")
	@CsvSource(delimiter = '|', textBlock = """
			text/css                        | 256      |                             | true
			text/css                        | 255      |                             | false
			text/css                        | 99999999 |                             | false
			Text/HTML                       | 256      |                             | true
			text/javascript; charset=utf-8  | 256      |                             | true
			image/svg+xml                   | 256      |                             | true
			application/ld+json             | 256      |                             | true
			image/png                       | 256      |                             | false
			font/woff2                      | 256      |                             | false
			text/css                        | 256      | Cache-Control: no-transform | false
			text/css                        | 256      | Content-Encoding: gzip      | false
			""")
	void leavesAloneWhatWouldNotGain(String type, int length, @Nullable String more, boolean expected) {
		List<String> fields = new ArrayList<>(List.of("Content-Type", type));
		if (more != null) {
			fields.addAll(List.of(more.split(": ")));
		}
		FieldList head = FieldList.of(fields.toArray(String[]::new));
		StoredResponse response = StoredResponse.of(CacheRules.CAUTIOUS, head, 200, head, Instant.EPOCH, Instant.EPOCH);
		assertThat(Compressible.isCompressible(response, length)).isEqualTo(expected);
	}

	static byte[] text(int length) {
		StringBuilder text = new StringBuilder();
		Random random = new Random(7);
		while (text.length() < length) {
			text.append(".shelf-")
				.append(random.nextInt(500))
				.append(" { margin: ")
				.append(random.nextInt(40))
				.append("px }\n");
		}
		return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
	}

}
