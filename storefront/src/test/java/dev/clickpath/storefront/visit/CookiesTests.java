package dev.clickpath.storefront.visit;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class CookiesTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void aStrangerIsGivenARandomName() {
		Visit one = Cookies.read(this.request, this.response);
		Visit other = Cookies.read(this.request, this.response);
		assertThat(one.stranger()).isTrue();
		assertThat(one.visitor()).isNotEqualTo(other.visitor()).matches("[A-Za-z0-9_-]{27}");
	}

	@Test
	void aNameThatWasGivenIsKept() {
		Visit given = Cookies.read(this.request, this.response);
		MockHttpServletResponse next = new MockHttpServletResponse();
		this.request.setCookies(new Cookie("visitor", given.visitor()));
		Visit known = Cookies.read(this.request, next);
		assertThat(known.visitor()).isEqualTo(given.visitor());
		assertThat(known.stranger()).isFalse();
		assertThat(next.getHeader("Set-Cookie")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "has space in it and more text", "../../../../../../../etc/passwd",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aMalformedNameIsReplaced(String name) {
		this.request.setCookies(new Cookie("visitor", name));
		Visit visit = Cookies.read(this.request, this.response);
		assertThat(visit.stranger()).isTrue();
		assertThat(visit.visitor()).isNotEqualTo(name);
		assertThat(this.response.getHeader("Set-Cookie")).startsWith("visitor=" + visit.visitor());
	}

	@Test
	void whatMakesNoSenseInTheOtherCookiesIsPassedOver() {
		this.request.setCookies(new Cookie("region", "moon"), new Cookie("basket-count", "-3"));
		Visit visit = Cookies.read(this.request, this.response);
		assertThat(visit.region()).isEqualTo(Region.EU);
		assertThat(visit.basketCount()).isZero();
	}

	@Test
	void regionAndBasketCountAreRead() {
		this.request.setCookies(new Cookie("region", "ap"), new Cookie("basket-count", "3"));
		Visit visit = Cookies.read(this.request, this.response);
		assertThat(visit.region()).isEqualTo(Region.AP);
		assertThat(visit.basketCount()).isEqualTo(3);
	}

}
