package dev.clickpath.storefront.checkout;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import dev.clickpath.storefront.StorefrontApplication;
import dev.clickpath.storefront.payment.TestCard;
import dev.clickpath.storefront.testing.RunningStorefront;
import dev.clickpath.storefront.testing.StubReservations;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two storefronts over one database, as a load balancer has them.
 */
class TwoStorefrontsTests extends RunningStorefront {

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theSameFormSentToBothMakesOneOrder() throws Exception {
		StubReservations stock = new StubReservations();
		stock.at(CATALOGUE);
		Shopper shopper = new Shopper(browser());
		try (ConfigurableApplicationContext other = other()) {
			String port = Objects.requireNonNull(other.getEnvironment().getProperty("local.server.port"));
			for (int round = 0; round < 5; round++) {
				Set<String> pages = sendToBoth(shopper, shopper.puts("k10", 1).form(TestCard.ACCEPTED), port);
				assertThat(pages).hasSize(1);
				assertThat(stock.held()).hasSize(round + 1);
			}
		}
		assertThat(this.jdbc
			.sql("select count(*) from payment_provider.booking where key in "
					+ "(select id::text from orders where visitor = (select visitor from orders limit 1))")
			.query(Integer.class)
			.single()).isLessThanOrEqualTo(5);
	}

	private static Set<String> sendToBoth(Shopper shopper, Map<String, String> form, String otherPort)
			throws Exception {
		Map<String, String> complete = new LinkedHashMap<>(form);
		complete.put("_csrf", shopper.browser.token());
		List<Callable<HttpResponse<String>>> clicks = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			clicks.add(() -> shopper.sends(form));
			clicks.add(() -> send(request(otherPort, shopper.browser.cookies(), complete)));
		}
		Set<String> pages = new TreeSet<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
			for (var click : threads.invokeAll(clicks)) {
				assertThat(click.get().statusCode()).isEqualTo(303);
				pages.add(click.get().headers().firstValue("Location").orElseThrow());
			}
		}
		return pages;
	}

	private static HttpRequest request(String port, String cookies, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/checkout"))
			.header("Cookie", cookies)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	private ConfigurableApplicationContext other() {
		return new SpringApplicationBuilder(StorefrontApplication.class).run("--server.port=0",
				"--management.server.port=0", "--clickpath.storefront.instance=storefront-2",
				"--clickpath.storefront.warm-up.limit=0s", "--clickpath.storefront.drain-delay=0s",
				"--clickpath.storefront.catalog-url=" + CATALOGUE.url(),
				"--clickpath.storefront.recommendation-url=" + RECOMMENDATIONS.url(),
				"--spring.datasource.url=" + this.database.getJdbcUrl(),
				"--spring.datasource.username=" + this.database.getUsername(),
				"--spring.datasource.password=" + this.database.getPassword());
	}

}
