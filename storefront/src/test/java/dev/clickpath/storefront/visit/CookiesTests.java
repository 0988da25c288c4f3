package dev.clickpath.storefront.visit;

import java.util.Map;

import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.cookie.CookieJar;
import dev.clickpath.storefront.cookie.Jars;
import dev.clickpath.storefront.language.Bundles;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.money.Exchange;
import dev.clickpath.storefront.money.PriceTags;
import dev.clickpath.storefront.session.SessionFixture;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class CookiesTests {

	private static final Cdn CDN = new Cdn("");

	private final Cookies cookies = cookies(false);

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void aStrangerIsGivenARandomName() {
		Visit one = this.cookies.read(this.request, this.response, CDN);
		Visit other = this.cookies.read(this.request, this.response, CDN);
		assertThat(one.stranger()).isTrue();
		assertThat(one.visitor()).isNotEqualTo(other.visitor()).matches("[A-Za-z0-9_-]{27}");
	}

	@Test
	void aNameThatWasGivenIsKept() {
		Visit given = this.cookies.read(this.request, this.response, CDN);
		MockHttpServletResponse next = new MockHttpServletResponse();
		this.request.setCookies(new Cookie("visitor", given.visitor()));
		Visit known = this.cookies.read(this.request, next, CDN);
		assertThat(known.visitor()).isEqualTo(given.visitor());
		assertThat(known.stranger()).isFalse();
		assertThat(next.getHeader("Set-Cookie")).isNull();
	}

	@Test
	void aNameThatWasGivenOverTlsHoldsWithoutItToo() {
		this.request.addHeader("X-Forwarded-Proto", "https");
		this.cookies.read(this.request, this.response, CDN);
		assertThat(this.response.getHeader("Set-Cookie")).doesNotContain("Secure");
	}

	@Test
	void aShopThatIsToBeHadOverTlsAloneSaysSoOfItsCookies() {
		cookies(true).read(this.request, this.response, CDN);
		assertThat(this.response.getHeader("Set-Cookie")).contains("; Secure; HttpOnly; SameSite=Lax");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "has space in it and more text", "../../../../../../../etc/passwd",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aMalformedNameIsReplaced(String name) {
		this.request.setCookies(new Cookie("visitor", name));
		Visit visit = this.cookies.read(this.request, this.response, CDN);
		assertThat(visit.stranger()).isTrue();
		assertThat(visit.visitor()).isNotEqualTo(name);
		assertThat(this.response.getHeader("Set-Cookie")).startsWith("visitor=" + visit.visitor());
	}

	@Test
	void whatMakesNoSenseInTheOtherCookiesIsPassedOver() {
		this.request.setCookies(new Cookie("region", "moon"), new Cookie("basket-count", "-3"));
		Visit visit = this.cookies.read(this.request, this.response, CDN);
		assertThat(visit.region()).isEqualTo(Region.EU);
		assertThat(visit.basketCount()).isZero();
	}

	@Test
	void regionAndBasketCountAreRead() {
		this.request.setCookies(new Cookie("region", "ap"), new Cookie("basket-count", "3"));
		Visit visit = this.cookies.read(this.request, this.response, CDN);
		assertThat(visit.region()).isEqualTo(Region.AP);
		assertThat(visit.basketCount()).isEqualTo(3);
	}

	@Test
	void theAddressThenTheAccountThenTheCookieThenTheBrowserTellsTheLanguage() {
		assertThat(language()).isEqualTo(Language.EN);
		this.request.addHeader("Accept-Language", "nl, ja;q=0.4");
		assertThat(language()).isEqualTo(Language.JA);
		this.request.setCookies(new Cookie("language", "fr"));
		assertThat(language()).isEqualTo(Language.FR);
		this.request.setAttribute(LanguageChoice.OF_ACCOUNT, Language.ES);
		assertThat(language()).isEqualTo(Language.ES);
		this.request.setQueryString("q=tea&lang=de");
		this.request.setParameter("lang", "de");
		assertThat(language()).isEqualTo(Language.DE);
	}

	@Test
	void aLanguageThatTheAddressAsksForIsRememberedAndNotReturnedTo() {
		this.request.setQueryString("q=tea&lang=de");
		this.request.setParameter("lang", "de");
		Visit visit = this.cookies.read(this.request, this.response, CDN);
		assertThat(this.response.getHeaders("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("language=de; "));
		assertThat(visit.here()).isEqualTo("/?q=tea");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "xx", "DE", "de-AT", "de\u0000" })
	void aLanguageThatTheShopDoesNotSpeakIsPassedOver(String tag) {
		this.request.setQueryString("lang=x");
		this.request.setParameter("lang", tag);
		this.request.setCookies(new Cookie("language", "moon"));
		assertThat(language()).isEqualTo(Language.EN);
		assertThat(this.response.getHeaders("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("language"));
	}

	@ParameterizedTest
	@CsvSource({ "eu, , EUR", "eu, GBP, GBP", "eu, USD, EUR", "us, , USD", "us, GBP, USD", "ap, , JPY", "ap, USD, USD",
			"ap, moon, JPY" })
	void theRegionTellsWhatMayBePaidWith(String region, @Nullable String asked, String currency) {
		this.request.setCookies(new Cookie("region", region), new Cookie("currency", (asked != null) ? asked : ""));
		assertThat(this.cookies.read(this.request, this.response, CDN).currency()).isEqualTo(currency);
	}

	private Language language() {
		return this.cookies.read(this.request, this.response, CDN).language();
	}

	private static Cookies cookies(boolean secure) {
		CookieJar jar = Jars.jar(secure);
		return new Cookies(jar, SessionFixture.withoutDatabase(jar), new Bundles(true),
				new PriceTags(new Exchange(Map.of())));
	}

}
