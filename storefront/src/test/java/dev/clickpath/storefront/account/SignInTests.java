package dev.clickpath.storefront.account;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTests extends RunningStorefront {

	static final String PASSWORD = "seven grey herons";

	private final String email = UUID.randomUUID() + "@example.org";

	@Test
	void whoRegistersIsSignedInAndCanComeBack() {
		Browser browser = browser();
		HttpResponse<String> registered = browser.openAndSend("/register?return=/basket", "/register", "name",
				"Ada Vinter", "email", this.email, "password", PASSWORD, "return", "/basket");
		assertThat(registered.statusCode()).isEqualTo(303);
		assertThat(registered.headers().firstValue("Location")).contains("/basket");
		assertThat(browser.cookie("session")).matches("[A-Za-z0-9_-]{43}");
		assertThat(browser.open("/").body()).contains("Ada Vinter");

		browser.send("/sign-out");
		assertThat(browser.cookie("session")).isEmpty();
		assertThat(browser.open("/").body()).doesNotContain("Ada Vinter");

		HttpResponse<String> signedIn = browser.openAndSend("/sign-in", "/sign-in", "email",
				" " + this.email.toUpperCase(Locale.ROOT), "password", PASSWORD);
		assertThat(signedIn.statusCode()).isEqualTo(303);
		assertThat(browser.open("/").body()).contains("Ada Vinter");
	}

}
