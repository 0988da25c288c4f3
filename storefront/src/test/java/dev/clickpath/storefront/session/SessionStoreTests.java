package dev.clickpath.storefront.session;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SessionStoreTests extends RunningStorefront {

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void anonymousPagesAndAssetsDoNotTouchTheSessionStore() {
		Browser browser = browser();
		HttpResponse<String> home = browser.open("/");
		assertThat(paths()).hasSizeGreaterThan(12).contains("/", "/basket", "/products/k3/kettle-3", "/sign-in");
		for (String path : paths()) {
			DATABASE.statements().clear();
			browser.open(path);
			assertThat(DATABASE.statements()).as(path).noneMatch((sql) -> sql.contains("where s.token_hash"));
		}
		DATABASE.statements().clear();
		String stylesheet = home.body().replaceAll("(?s).*\"http://cdn.test:8090(/assets/css/[^\"]+)\".*", "$1");
		assertThat(get(stylesheet, "Cookie", "session=" + "A".repeat(43)).statusCode()).isEqualTo(200);
		assertThat(DATABASE.statements()).noneMatch((sql) -> sql.contains("where s.token_hash"));
	}

	@Test
	void aPageOfSomeoneSignedInNeedsOneQuery() {
		Browser browser = signedIn();
		for (String path : List.of("/", "/products/k3/kettle-3", "/search?q=kettle", "/departments/kitchen")) {
			assertThat(browser.open(path).body()).contains("Ada");
			DATABASE.statements().clear();
			browser.open(path);
			assertThat(DATABASE.statements()).as(path)
				.filteredOn((sql) -> !isOfAChore(sql))
				.singleElement()
				.satisfies((sql) -> assertThat(sql).contains("customer_session", "basket_line", "customer c"));
		}
	}

	@Test
	void noPageThatCanDoWithoutWaitsForADatabaseThatHangs() {
		Browser browser = signedIn();
		DATABASE.hang();
		long start = System.nanoTime();
		for (int i = 0; i < 20; i++) {
			assertThat(browser.open("/products/k3/kettle-3").body()).contains("Sign in").doesNotContain("Ada");
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		assertThat(browser.open("/account").statusCode()).isEqualTo(503);
		DATABASE.recover();
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(browser.open("/").body()).contains("Ada"));
	}

	@Test
	void nobodyIsSignedOutByADatabaseThatIsAway() {
		Browser browser = signedIn();
		String session = browser.cookie("session");
		DATABASE.fail();
		HttpResponse<String> home = browser.open("/");
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(home.body()).contains("Sign in").doesNotContain("Ada");
		assertThat(browser.open("/search?q=kettle").statusCode()).isEqualTo(200);
		HttpResponse<String> account = browser.open("/account");
		assertThat(account.statusCode()).isEqualTo(503);
		assertThat(account.headers().firstValue("Retry-After")).isPresent();
		assertThat(browser.openAndSend("/sign-in", "/sign-in", "email", "a@example.org", "password", "12 owls or so")
			.statusCode()).isEqualTo(503);
		assertThat(browser.cookie("session")).isEqualTo(session);
		DATABASE.recover();
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(browser.open("/").body()).contains("Ada"));
	}

	@Test
	void nothingIsChangedForAStrangerWhereACustomerMayBeMeant() {
		Browser customer = signedIn();
		customer.open("/");
		Browser stranger = browser();
		stranger.open("/");
		DATABASE.fail();
		HttpResponse<String> refused = customer.send("/region", "region", "us");
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.body()).contains("This page is having a rest");
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		assertThat(customer.cookie("region")).isEmpty();
		assertThat(customer.send("/not-interested", "product", "k39").statusCode()).isEqualTo(503);
		assertThat(RECOMMENDATIONS.asked()).noneMatch((path) -> path.contains("/dismissals/k39"));
		assertThat(stranger.send("/region", "region", "us").statusCode()).isEqualTo(303);
		DATABASE.recover();
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(customer.open("/").body()).contains("Ada"));
		assertThat(customer.send("/region", "region", "us").statusCode()).isEqualTo(303);
	}

	@Test
	void aCookieThatIsOfNoSessionIsTakenAwayOnce() {
		Browser browser = browser();
		browser.keep("session", "A".repeat(43));
		assertThat(browser.open("/").statusCode()).isEqualTo(200);
		assertThat(browser.cookie("session")).isEmpty();
		browser.keep("session", "../../etc");
		DATABASE.statements().clear();
		browser.open("/");
		assertThat(browser.cookie("session")).isEmpty();
		assertThat(DATABASE.statements()).noneMatch((sql) -> sql.contains("where s.token_hash"));
	}

	@Test
	void theCookieOfASessionIsOutOfReach() {
		Browser browser = browser();
		HttpResponse<String> registered = register(browser);
		assertThat(registered.headers().allValues("Set-Cookie")).anySatisfy((cookie) -> assertThat(cookie)
			.matches("session=[A-Za-z0-9_-]{43}; Path=/; Max-Age=7776000; .*HttpOnly; SameSite=Lax"));
	}

	/** Of every controller's addresses those that can be asked for. */
	private Set<String> paths() {
		Set<String> paths = new TreeSet<>();
		for (RequestMappingInfo mapping : this.requestMappingHandlerMapping.getHandlerMethods().keySet()) {
			Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
			if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
				mapping.getPatternValues()
					.stream()
					.map((pattern) -> pattern.replace("{id}", "k3")
						.replace("{slug}", "kettle-3")
						.replace("{*name}", "/none.css")
						.replace("/**", "/none")
						.replaceAll("\\{[^/]+}", "none"))
					.forEach(paths::add);
			}
		}
		return paths;
	}

	private Browser signedIn() {
		Browser browser = browser();
		assertThat(register(browser).statusCode()).isEqualTo(303);
		return browser;
	}

	private static HttpResponse<String> register(Browser browser) {
		return browser.openAndSend("/register", "/register", "name", "Ada", "email", UUID.randomUUID() + "@example.org",
				"password", "seven grey herons");
	}

	/** They go on beside the pages. */
	private static boolean isOfAChore(String sql) {
		return sql.contains("history_task") || sql.contains("shared_key") || sql.startsWith("delete")
				|| sql.contains("pg_advisory") || sql.contains("lease_until");
	}

}
