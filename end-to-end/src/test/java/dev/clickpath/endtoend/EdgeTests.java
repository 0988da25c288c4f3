package dev.clickpath.endtoend;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the CDN answers for the addresses that a page names.
 */
class EdgeTests {

	private final Shop shop = Shop.open();

	private final URI stylesheet = URI
		.create(Page.of(this.shop.get("/")).links(this.shop.edge("/assets/css/").toString()).getFirst());

	@ParameterizedTest
	@CsvSource({ "'br, gzip, zstd',br", "'gzip;q=1, br;q=0.5',gzip", "zstd,zstd", "identity," })
	void compressesTheStylesheetAsTheClientLikes(String acceptEncoding, String encoding) {
		HttpResponse<byte[]> response = fetch("Accept-Encoding", acceptEncoding);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(encoding);
		assertThat(response.headers().firstValue("Vary"))
			.hasValueSatisfying((vary) -> assertThat(vary).containsIgnoringCase("accept-encoding"));
	}

	@Test
	void givesItFromItsStoreTheSecondTime() {
		fetch();
		HttpResponse<byte[]> second = fetch();
		assertThat(second.headers().firstValue("Cache-Status").orElseThrow()).startsWith("clickpath-edge; hit");
		assertThat(second.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000",
				"immutable");
	}

	@Test
	void saysThatNothingChanged() {
		String etag = fetch("Accept-Encoding", "br").headers().firstValue("ETag").orElseThrow();
		HttpResponse<byte[]> again = fetch("Accept-Encoding", "br", "If-None-Match", etag);
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
	}

	@Test
	void givesAPartOfIt() {
		HttpResponse<byte[]> part = fetch("Range", "bytes=0-99");
		assertThat(part.statusCode()).isEqualTo(206);
		assertThat(part.body()).hasSize(100);
		assertThat(part.headers().firstValue("Content-Range").orElseThrow()).startsWith("bytes 0-99/");
	}

	@Test
	void servesThePicturesOfAPage() {
		for (String picture : Page.of(this.shop.get("/")).sources(this.shop.edge("/media/").toString())) {
			HttpResponse<String> response = this.shop.send(HttpRequest.newBuilder(URI.create(picture)),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(picture).isEqualTo(200);
			assertThat(response.headers().firstValue("Content-Type")).contains("image/svg+xml");
			assertThat(response.body()).startsWith("<svg");
		}
	}

	private HttpResponse<byte[]> fetch(String... headers) {
		return this.shop.send(HttpRequest.newBuilder(this.stylesheet), HttpResponse.BodyHandlers.ofByteArray(),
				headers);
	}

}
