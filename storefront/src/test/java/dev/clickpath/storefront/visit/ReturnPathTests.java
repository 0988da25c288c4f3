package dev.clickpath.storefront.visit;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/search?q=a%20b&page=2", "/departments/kitchen?category=kettles",
			"/search?q=%F0%9F%AB%96&attr.x=a" })
	void pagesOfTheShopAreKept(String path) {
		assertThat(ReturnPath.orElse(path, "/basket")).isEqualTo(path);
	}

	@ParameterizedTest
	@CsvSource({ "lang=de&x=%20y, /a?lang=de&x=%20y", "x=%zz, /a", "x=<b>, /a", "x=a b, /a", ", /a" })
	void theRightAddressKeepsAQueryThatIsOne(@Nullable String query, String location) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/b");
		request.setQueryString(query);
		assertThat(ReturnPath.withQuery("/a", request)).hasToString(location);
	}

	@Test
	void whatIsKeptIsAlwaysAnAddress() {
		for (char c = 0; c < 256; c++) {
			String path = ReturnPath.orElse("/a" + c + "?b" + c, "/basket");
			assertThat(URI.create(path)).hasToString(path);
		}
	}

	@Test
	void theLongestIsKeptHoweverManyEscapesItHas() {
		String path = "/" + "%20".repeat(666);
		assertThat(ReturnPath.orElse(path, "/basket")).isEqualTo(path);
		assertThat(ReturnPath.orElse(path + "%20", "/basket")).isEqualTo("/basket");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "//evil.test", "/\\evil.test", "\\/evil.test", "https://evil.test/",
			"javascript:alert(1)", "/a\r\nSet-Cookie: b=c", "/a b", "/\t/evil.test", "evil.test", "/a\\b", "/|",
			"/a?q=\"", "/^", "/a#[", "/%", "/%2", "/%zz" })
	void anythingElseIsNot(String path) {
		assertThat(ReturnPath.orElse(path, "/basket")).isEqualTo("/basket");
	}

}
