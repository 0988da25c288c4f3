package dev.clickpath.storefront.assets;

import java.net.http.HttpResponse;
import java.util.List;

import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class ServedFilesTests extends RunningStorefront {

	/** None, so that an address is a path. */
	private static final Cdn CDN = new Cdn("");

	@Autowired
	private Assets assets;

	@Autowired
	private Media media;

	@Test
	void anAssetMayBeKeptForGoodByAnySite() {
		HttpResponse<String> css = get(this.assets.url("css/shop.css", CDN));
		assertThat(css.statusCode()).isEqualTo(200);
		assertThat(css.headers().map()).containsEntry("Cache-Control", List.of("max-age=31536000, public, immutable"));
		assertThat(css.headers().firstValue("Content-Type")).contains("text/css;charset=UTF-8");
		assertThat(css.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		assertThat(css.headers().firstValue("Timing-Allow-Origin")).contains("*");
		assertThat(css.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
	}

	@Test
	void whoHasItAlreadyIsToldSo() {
		String path = this.assets.url("css/shop.css", CDN);
		String etag = get(path).headers().firstValue("ETag").orElseThrow();
		HttpResponse<String> again = get(path, "If-None-Match", etag);
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
	}

	@Test
	void theFontOfTheDependencyIsAnAsset() {
		HttpResponse<String> font = get(this.assets.url("fonts/source-sans-pro-latin-400-normal.woff2", CDN));
		assertThat(font.statusCode()).isEqualTo(200);
		assertThat(font.headers().firstValue("Content-Type")).contains("font/woff2");
	}

	@Test
	void aPictureHasTheTonesOfItsColourway() {
		HttpResponse<String> picture = get(this.media.url("kettle/forest", CDN));
		assertThat(picture.statusCode()).isEqualTo(200);
		assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
		assertThat(picture.body()).contains("--base:#36714e").doesNotContain("--base:#c2a578");
	}

	@Test
	void aPictureThatIsNotThereIsAParcel() {
		assertThat(this.media.url("no-such/forest", CDN)).isEqualTo(this.media.url(null, CDN))
			.isEqualTo(this.media.url("../../etc/passwd", CDN));
		assertThat(get(this.media.url(null, CDN)).body()).contains("<svg");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/assets/css/shop.css", "/assets/css/shop-0000000000000000.css", "/assets/../application.yaml",
					"/assets/%2e%2e/application.yaml", "/media/kettle/forest.0000000000000000.svg",
					"/media/kettle/forest.svg", "/media/no-such/forest.0000000000000000.svg" })
	void anythingElseIsNotFoundAndNotKept(String path) {
		HttpResponse<String> missing = get(path);
		assertThat(missing.statusCode()).isIn(400, 404);
		assertThat(missing.headers().firstValue("Cache-Control").orElse("no-store")).doesNotContain("max-age")
			.doesNotContain("immutable");
	}

}
