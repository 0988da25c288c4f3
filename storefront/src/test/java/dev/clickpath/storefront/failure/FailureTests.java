package dev.clickpath.storefront.failure;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTests extends RunningStorefront {

	@Test
	void peopleSeeAPageInTheShopsLook() {
		HttpResponse<String> missing = get("/no/such/page", "Accept", "text/html,application/xhtml+xml");
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(missing.body()).contains("This page is not here", "/departments/kitchen", "noindex");
	}

	@Test
	void programsSeeAProblem() {
		HttpResponse<String> missing = get("/no/such/page", "Accept", "application/json");
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(missing.body()).contains("\"status\":404", "\"title\":\"This page is not here\"",
				"urn:clickpath:problem:not-found");
	}

	@Test
	void aRequestThatTheServerRefusesIsAnsweredInTheSameWay() {
		HttpResponse<String> wrong = post("/", Map.of());
		assertThat(wrong.statusCode()).isEqualTo(405);
		assertThat(wrong.headers().firstValue("Allow").orElseThrow()).contains("GET");
		assertThat(wrong.body()).contains("That does not work here").doesNotContain("Exception");
	}

	@Test
	void pagesSayWhatTheyMayLoadAndWhoseTheyAre() {
		HttpResponse<String> home = get("/");
		assertThat(home.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("style-src 'self' http://cdn.test:8090;", "connect-src 'self'")
			.doesNotContain("unsafe");
		assertThat(home.headers().firstValue("Cache-Control").orElseThrow()).startsWith("private");
		assertThat(home.headers().firstValue("Link").orElseThrow())
			.matches("<http://cdn\\.test:8090/assets/css/shop-[0-9a-f]+\\.css>; rel=preload; as=style.*");
		assertThat(home.headers().firstValue("Server-Timing").orElseThrow()).contains("storefront;dur=");
	}

	@Test
	void crawlersAreToldWhatIsNobodysBusiness() {
		assertThat(get("/robots.txt").body()).contains("Disallow: /basket");
		assertThat(get("/favicon.ico").headers().firstValue("Content-Type")).contains("image/svg+xml");
	}

}
