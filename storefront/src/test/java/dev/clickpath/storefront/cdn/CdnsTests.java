package dev.clickpath.storefront.cdn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class CdnsTests {

	private final Cdns cdns = new Cdns(new CdnProperties("http://cdn.test:8090", "https://cdn.test:8453"));

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

	@Test
	void whoComesWithTlsFetchesWithTls() {
		assertThat(this.cdns.of(this.request).url("/a.css")).isEqualTo("http://cdn.test:8090/a.css");
		this.request.addHeader("X-Forwarded-Proto", "https");
		assertThat(this.cdns.of(this.request).url("/a.css")).isEqualTo("https://cdn.test:8453/a.css");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "", "ftp", "https, http", "https://cdn.test" })
	void whatIsNotUnderstoodIsNoTls(String scheme) {
		this.request.addHeader("X-Forwarded-Proto", scheme);
		assertThat(this.cdns.of(this.request).origin()).isEqualTo("http://cdn.test:8090");
	}

	@ParameterizedTest
	@CsvSource({ "Forwarded, proto=https", "X-Forwarded-Ssl, on", "X-Forwarded-Port, 443", "Front-End-Https, on",
			"Origin, https://shop.test" })
	void noOtherFieldIsBelieved(String name, String value) {
		this.request.addHeader(name, value);
		assertThat(this.cdns.of(this.request).origin()).isEqualTo("http://cdn.test:8090");
	}

	@Test
	void withoutACdnAnAddressIsAPath() {
		assertThat(new Cdn("").url("/a.css")).isEqualTo("/a.css");
	}

}
