package dev.clickpath.storefront.visit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/search?q=a%20b&page=2", "/departments/kitchen?category=kettles" })
	void pagesOfTheShopAreKept(String path) {
		assertThat(ReturnPath.orElse(path, "/basket")).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "//evil.test", "/\\evil.test", "\\/evil.test", "https://evil.test/",
			"javascript:alert(1)", "/a\r\nSet-Cookie: b=c", "/a b", "/\t/evil.test", "evil.test", "/a\\b" })
	void anythingElseIsNot(String path) {
		assertThat(ReturnPath.orElse(path, "/basket")).isEqualTo("/basket");
	}

}
