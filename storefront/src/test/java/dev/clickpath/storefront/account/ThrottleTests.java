package dev.clickpath.storefront.account;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottleTests extends RunningStorefront {

	private static final String PASSWORD = "seven grey herons";

	private final String email = UUID.randomUUID() + "@example.org";

	/** Each test has a place of its own. */
	private static final AtomicInteger PLACES = new AtomicInteger();

	private final String address = "198.18.0." + PLACES.incrementAndGet();

	@Test
	void whoTriesPasswordsIsToldHowLongToWaitAndThenNotLookedAt() {
		register();
		Browser attacker = browser("X-Forwarded-For", this.address);
		for (int i = 0; i < 5; i++) {
			HttpResponse<String> wrong = attempt(attacker, "wrong password " + i);
			assertThat(wrong.statusCode()).isEqualTo(422);
			assertThat(wrong.body())
				.contains("E-mail address and password do not belong together.", "role=\"alert\"",
						"aria-invalid=\"true\" aria-describedby=\"alert\"", "value=\"" + this.email + "\"")
				.doesNotContain("wrong password");
		}
		HttpResponse<String> refused = attempt(attacker, PASSWORD);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 10);
		assertThat(refused.body()).containsPattern("Please wait \\d+ seconds? and try again");
		assertThat(attacker.cookie("session")).isEmpty();
	}

	@Test
	void anAddressThatHasNoAccountIsAnsweredInTheSameWords() {
		register();
		HttpResponse<String> unknown = attempt(browser("X-Forwarded-For", this.address),
				UUID.randomUUID() + "@example.org", PASSWORD);
		HttpResponse<String> wrong = attempt(browser("X-Forwarded-For", this.address), "not the password");
		assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
		assertThat(alert(unknown)).isEqualTo(alert(wrong));
	}

	@Test
	void ofManyAttemptsAtOnceNoMoreAreLookedAtThanOneAfterTheOther() throws Exception {
		register();
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			Browser attacker = browser("X-Forwarded-For", this.address);
			attacker.open("/sign-in");
			attempts.add(() -> attacker.send("/sign-in", "email", this.email, "password", "wrong").statusCode());
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
			int lookedAt = 0;
			for (Future<Integer> attempt : threads.invokeAll(attempts)) {
				lookedAt += (attempt.get() == 422) ? 1 : 0;
			}
			assertThat(lookedAt).isEqualTo(5);
		}
	}

	@Test
	void anotherPlaceAndTheCustomersOwnBrowserAreNotHeldUp() {
		Browser own = register();
		own.send("/sign-out");
		Browser attacker = browser("X-Forwarded-For", this.address);
		for (int i = 0; i < 6; i++) {
			attempt(attacker, "wrong");
		}
		assertThat(attempt(attacker, PASSWORD).statusCode()).isEqualTo(429);
		own.open("/sign-in");
		assertThat(attempt(own, PASSWORD).statusCode()).isEqualTo(303);
		assertThat(attempt(browser("X-Forwarded-For", "192.0.2.77"), PASSWORD).statusCode()).isEqualTo(303);
	}

	@Test
	void ofOneNetworkAllAddressesCountAsOne() {
		register();
		for (int i = 0; i < 5; i++) {
			attempt(browser("X-Forwarded-For", "2001:db8:1:2::" + i), "wrong");
		}
		assertThat(attempt(browser("X-Forwarded-For", "2001:db8:1:2:ffff::9"), PASSWORD).statusCode()).isEqualTo(429);
		assertThat(attempt(browser("X-Forwarded-For", "2001:db8:1:3::9"), PASSWORD).statusCode()).isEqualTo(303);
	}

	@Test
	void manyAccountsFromOnePlaceAreHeldUp() {
		register();
		int refused = 0;
		for (int i = 0; i < 21; i++) {
			refused += (attempt(browser("X-Forwarded-For", this.address), UUID.randomUUID() + "@example.org", "wrong")
				.statusCode() == 429) ? 1 : 0;
		}
		assertThat(refused).isEqualTo(1);
		assertThat(attempt(browser("X-Forwarded-For", this.address), PASSWORD).statusCode()).isEqualTo(429);
	}

	private Browser register() {
		Browser browser = browser("X-Forwarded-For", this.address);
		assertThat(
				browser.openAndSend("/register", "/register", "name", "Ada", "email", this.email, "password", PASSWORD)
					.statusCode())
			.isEqualTo(303);
		browser.open("/");
		return browser;
	}

	private HttpResponse<String> attempt(Browser browser, String password) {
		return attempt(browser, this.email, password);
	}

	private HttpResponse<String> attempt(Browser browser, String email, String password) {
		return browser.openAndSend("/sign-in", "/sign-in", "email", email, "password", password);
	}

	private static String alert(HttpResponse<String> page) {
		return page.body().replaceAll("(?s).*(<p[^>]*role=\"alert\".*?</p>).*", "$1");
	}

}
