package dev.clickpath.storefront.cdn;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BothSchemesTests extends RunningStorefront {

	private static final Map<String, String> CDNS = Map.of("http", "http://cdn.test:8090", "https",
			"https://cdn.test:8453");

	private static final List<String> PAGES = List.of("/", "/departments/kitchen", "/search?q=kettle",
			"/products/k5/kettle-5", "/products/k9/kettle-9", "/basket", "/no/such/page");

	/** A region of its own for each order: no card is there yet for the first one. */
	static Stream<Arguments> pagesInBothOrders() {
		return PAGES.stream()
			.flatMap((page) -> Stream.of(Arguments.of(page, "http", "https", "us"),
					Arguments.of(page, "https", "http", "ap")));
	}

	@ParameterizedTest
	@MethodSource("pagesInBothOrders")
	void aPageNamesTheCdnAsItsShopperSeesItAndInNoOtherWay(String path, String first, String second, String region) {
		String shopper = "visitor=" + region + "s".repeat(27) + "; region=" + region;
		post("/basket/items", Map.of("product", "k7"), "Cookie", shopper);
		for (String scheme : List.of(first, second, first)) {
			HttpResponse<String> page = get(path, "Cookie", shopper, "X-Forwarded-Proto", scheme);
			assertThat(page.body()).contains("<link rel=\"stylesheet\" href=\"" + CDNS.get(scheme) + "/assets/css/",
					"src=\"" + CDNS.get(scheme) + "/media/");
			assertThat(page.headers().firstValue("Link").orElseThrow())
				.startsWith("<" + CDNS.get(scheme) + "/assets/css/");
			assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
				.contains("style-src 'self' " + CDNS.get(scheme) + ";");
			namesNoOther(scheme, page);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/products/k5", "/search/suggestions?q=ke", "/robots.txt" })
	void whatIsNoPageNamesNeither(String path) {
		for (String scheme : CDNS.keySet()) {
			HttpResponse<String> answer = get(path, "X-Forwarded-Proto", scheme);
			assertThat(answer.statusCode()).isLessThan(400);
			assertThat(all(answer)).doesNotContain("cdn.test", "://");
		}
	}

	@Test
	void anErrorPageOfTheServerItselfNamesTheRightOneToo() {
		for (String scheme : CDNS.keySet()) {
			HttpResponse<String> refused = post("/", Map.of(), "X-Forwarded-Proto", scheme);
			assertThat(refused.body()).contains("That does not work here", CDNS.get(scheme) + "/assets/css/");
			namesNoOther(scheme, refused);
		}
	}

	private static void namesNoOther(String scheme, HttpResponse<String> answer) {
		CDNS.forEach((other, cdn) -> {
			if (!other.equals(scheme)) {
				assertThat(all(answer)).doesNotContain(cdn);
			}
		});
	}

	private static String all(HttpResponse<String> answer) {
		return answer.headers().map() + answer.body();
	}

}
