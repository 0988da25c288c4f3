package dev.clickpath.storefront.account;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountTests extends RunningStorefront {

	private static final AtomicInteger PLACES = new AtomicInteger();

	private static final String PASSWORD = "seven grey herons";

	private final String email = UUID.randomUUID() + "@example.org";

	private final Browser browser = browser("X-Forwarded-For", "198.18.1." + PLACES.incrementAndGet(), "User-Agent",
			"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");

	@BeforeEach
	void register() {
		this.browser.openAndSend("/register", "/register", "name", "Ada <b>Vinter</b>", "email", this.email, "password",
				PASSWORD);
	}

	@Test
	void thePageShowsWhatTheAccountHas() {
		HttpResponse<String> page = this.browser.open("/account");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
		assertThat(page.body())
			.contains(this.email, "Ada &lt;b&gt;Vinter&lt;/b&gt;", "Firefox, Linux", "this one",
					"autocomplete=\"current-password\"", "autocomplete=\"new-password\"")
			.doesNotContain("<b>Vinter");
	}

	@Test
	void theNameIsChanged() {
		assertThat(this.browser.openAndSend("/account", "/account/name", "name", "  Eva\tLund ").statusCode())
			.isEqualTo(303);
		assertThat(this.browser.open("/account?done=name").body()).contains("Eva Lund", "Your name is changed.");
		HttpResponse<String> refused = this.browser.send("/account/name", "name", "-");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("aria-invalid=\"true\" aria-describedby=\"name-error\"",
				"id=\"name-error\"");
	}

	@Test
	void theEmailAddressIsChangedWithThePassword() {
		String other = UUID.randomUUID() + "@Example.org";
		HttpResponse<String> refused = this.browser.openAndSend("/account", "/account/email", "email", other,
				"password", "not the password");
		assertThat(refused.body()).contains("This is not your password.", "email-password-error");
		assertThat(this.browser.send("/account/email", "email", other, "password", PASSWORD).statusCode())
			.isEqualTo(303);
		assertThat(signIn(this.email, PASSWORD).statusCode()).isEqualTo(422);
		assertThat(signIn(other.toLowerCase(Locale.ROOT), PASSWORD).statusCode()).isEqualTo(303);
	}

	@Test
	void anotherAccountsAddressCannotBeTaken() {
		String other = UUID.randomUUID() + "@example.org";
		browser().openAndSend("/register", "/register", "name", "Eva", "email", other, "password", PASSWORD);
		HttpResponse<String> refused = this.browser.openAndSend("/account", "/account/email", "email",
				other.toUpperCase(Locale.ROOT), "password", PASSWORD);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Another account has this address already.");
	}

	@Test
	void aNewPasswordSignsOutEverywhereElse() {
		Browser elsewhere = browser();
		elsewhere.openAndSend("/sign-in", "/sign-in", "email", this.email, "password", PASSWORD);
		assertThat(elsewhere.open("/account").statusCode()).isEqualTo(200);
		String before = this.browser.cookie("session");
		assertThat(this.browser
			.openAndSend("/account", "/account/password", "old", "wrong one", "password", "eight brown owls")
			.body()).contains("This is not your password.");
		assertThat(this.browser.send("/account/password", "old", PASSWORD, "password", "short").body())
			.contains("Please take at least 8 characters.");
		assertThat(this.browser.send("/account/password", "old", PASSWORD, "password", "eight brown owls").statusCode())
			.isEqualTo(303);
		assertThat(this.browser.cookie("session")).isNotEqualTo(before);
		assertThat(this.browser.open("/account").statusCode()).isEqualTo(200);
		assertThat(elsewhere.open("/account").statusCode()).isEqualTo(303);
		assertThat(elsewhere.cookie("session")).isNotEmpty();
		elsewhere.open("/");
		assertThat(elsewhere.cookie("session")).isEmpty();
		assertThat(signIn(this.email, PASSWORD).statusCode()).isEqualTo(422);
		assertThat(signIn(this.email, "eight brown owls").statusCode()).isEqualTo(303);
	}

	@Test
	void theOtherBrowsersAreListedAndSignedOut() {
		Browser elsewhere = browser("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0) Version/26.0 Safari/604.1");
		elsewhere.openAndSend("/sign-in", "/sign-in", "email", this.email, "password", PASSWORD);
		assertThat(this.browser.open("/account").body()).contains("Safari, iPhone", "Sign out everywhere else");
		assertThat(this.browser.send("/account/browsers/end-others").statusCode()).isEqualTo(303);
		assertThat(this.browser.open("/account").body()).doesNotContain("Safari, iPhone", "Sign out everywhere else");
		assertThat(elsewhere.open("/account").statusCode()).isEqualTo(303);
	}

	@Test
	void theAddressIsKeptMendedAndRemoved() {
		HttpResponse<String> refused = this.browser.openAndSend("/account", "/account/address", "name", "Ada", "street",
				"<i>Long</i> Street 1", "postcode", "123", "city", "Berlin", "country", "DE");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Postcodes there look like 10115.", "address-postcode-error",
				"&lt;i&gt;Long&lt;/i&gt; Street 1", "<option value=\"DE\" selected");
		assertThat(this.browser
			.send("/account/address", "name", "Ada", "street", "Long Street 1", "postcode", "10115", "city", "Berlin",
					"country", "DE")
			.statusCode()).isEqualTo(303);
		assertThat(this.browser.open("/account").body()).contains("value=\"10115\"", "Remove the address");
		assertThat(this.browser.send("/account/address/remove").statusCode()).isEqualTo(303);
		assertThat(this.browser.open("/account").body()).doesNotContain("value=\"10115\"", "Remove the address");
	}

	@Test
	void whatIsChosenHoldsInEveryBrowser() {
		this.browser.openAndSend("/account", "/region", "region", "ap", "language", "de", "currency", "USD", "return",
				"/account?done=preferences");
		Browser elsewhere = browser("Accept-Language", "fr");
		elsewhere.keep("language", "es");
		elsewhere.openAndSend("/sign-in", "/sign-in", "email", this.email, "password", PASSWORD);
		assertThat(elsewhere.open("/account").body()).contains("<html lang=\"de\"", "<option value=\"ap\" selected",
				"<option value=\"USD\" selected");
		assertThat(elsewhere.cookie("region")).isEqualTo("ap");
		elsewhere.send("/sign-out");
		assertThat(elsewhere.open("/").body()).contains("<html lang=\"es\"");
	}

	private HttpResponse<String> signIn(String email, String password) {
		return browser().openAndSend("/sign-in", "/sign-in", "email", email, "password", password);
	}

}
