package dev.clickpath.storefront.assets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import dev.clickpath.storefront.cdn.Cdn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AssetsTests {

	private static final Cdn CDN = new Cdn("http://cdn.test");

	private final Map<String, byte[]> files = new TreeMap<>();

	@Test
	void anAddressNamesTheContentAndTheCdn() {
		file("css/shop.css", "a{}");
		String url = assets().url("css/shop.css", CDN);
		assertThat(url).matches("http://cdn\\.test/assets/css/shop-[0-9a-f]{16}\\.css");
		file("css/shop.css", "a{color:red}");
		assertThat(assets().url("css/shop.css", CDN)).isNotEqualTo(url);
	}

	@Test
	void referencesAreReplacedByFingerprintedNamesThatStayRelative() {
		file("fonts/sans.woff2", "font");
		file("css/base.css", "b{}");
		file("css/shop.css",
				"@import \"base.css\";@font-face{src:url('../fonts/sans.woff2')}a{background:url(data:image/png;base64,x)}");
		file("js/shop.js", "import { a } from './lib/a.js';\nimport('./lib/a.js');\nconst from = 'x';");
		file("js/lib/a.js", "export const a = 1;");
		assertThat(text("css/shop.css")).matches(
				"@import \"base-[0-9a-f]{16}\\.css\";@font-face\\{src:url\\('\\.\\./fonts/sans-[0-9a-f]{16}\\.woff2'\\)}a\\{background:url\\(data:image/png;base64,x\\)}");
		assertThat(text("js/shop.js")).matches(
				"import \\{ a } from '\\./lib/a-[0-9a-f]{16}\\.js';\nimport\\('\\./lib/a-[0-9a-f]{16}\\.js'\\);\nconst from = 'x';");
	}

	@Test
	void aChangeOfWhatIsReferredToChangesTheNameOfTheReferrer() {
		file("css/shop.css", "@import 'base.css';");
		file("css/base.css", "b{}");
		String before = assets().url("css/shop.css", CDN);
		file("css/base.css", "b{color:red}");
		assertThat(assets().url("css/shop.css", CDN)).isNotEqualTo(before);
	}

	@Test
	void aMissingFileIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> assets().url("css/no.css", CDN))
			.withMessageContaining("css/no.css");
		file("css/shop.css", "@import 'no.css';");
		assertThatIllegalStateException().isThrownBy(this::assets)
			.withMessageContaining("css/shop.css")
			.withMessageContaining("css/no.css");
	}

	@Test
	void aCircleOfReferencesIsNamed() {
		file("js/a.js", "import './b.js'");
		file("js/b.js", "import './a.js'");
		assertThatIllegalStateException().isThrownBy(this::assets).withMessageContaining("refer to each other");
	}

	private void file(String path, String content) {
		this.files.put(path, content.getBytes(StandardCharsets.UTF_8));
	}

	private Assets assets() {
		return new Assets(this.files);
	}

	private String text(String path) {
		return new String(assets().file(path).orElseThrow().content(), StandardCharsets.UTF_8);
	}

}
