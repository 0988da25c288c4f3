package dev.clickpath.endtoend;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes are killed and hung; the shop goes on.
 */
class FaultTests {

	private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(90);

	private final Shop shop = Shop.open();

	@BeforeEach
	@AfterEach
	void everythingIsUp() {
		Awaitility.await().atMost(COMES_BACK_WITHIN).untilAsserted(() -> {
			assertThat(instancesThatAnswer(20)).isEqualTo(2);
		});
	}

	@Test
	void losesNoRequestWhenAStorefrontIsKilled() throws Exception {
		try (Traffic traffic = new Traffic(this.shop::get)) {
			traffic.untilAnswered(50);
			long pid = this.shop.pidOf("storefront-1");
			signal("KILL", pid);
			traffic.untilAnswered(300);
			assertThat(traffic.failures()).isEmpty();
			Awaitility.await()
				.atMost(COMES_BACK_WITHIN)
				.untilAsserted(() -> assertThat(this.shop.pidOf("storefront-1")).isNotEqualTo(pid));
			Awaitility.await()
				.atMost(COMES_BACK_WITHIN)
				.untilAsserted(() -> assertThat(instancesThatAnswer(20)).isEqualTo(2));
			assertThat(traffic.failures()).isEmpty();
		}
	}

	/**
	 * While the recommendations hang, every page of a visitor has been begun and waits.
	 */
	@Test
	void pagesThatAreHalfSentAreFinishedByAnotherStorefront() throws Exception {
		long recommendations = this.shop.pidOf("recommendation-service");
		signal("STOP", recommendations);
		try (Traffic traffic = new Traffic(
				(path) -> this.shop.get(path, "Cookie", "visitor=" + UUID.randomUUID().toString().replace("-", "")))) {
			for (String storefront : List.of("storefront-1", "storefront-2")) {
				traffic.untilAnswered(50);
				signal("KILL", this.shop.pidOf(storefront));
				traffic.untilAnswered(50);
				Awaitility.await()
					.atMost(COMES_BACK_WITHIN)
					.untilAsserted(() -> assertThat(instancesThatAnswer(20)).isEqualTo(2));
			}
			assertThat(traffic.failures()).isEmpty();
		}
		finally {
			signal("CONT", recommendations);
		}
	}

	@Test
	void losesNoRequestWhenAStorefrontHangs() throws Exception {
		long pid = this.shop.pidOf("storefront-2");
		try (Traffic traffic = new Traffic(this.shop::get)) {
			traffic.untilAnswered(50);
			signal("STOP", pid);
			traffic.untilAnswered(200);
			signal("CONT", pid);
			assertThat(traffic.failures()).isEmpty();
		}
		finally {
			signal("CONT", pid);
		}
	}

	@Test
	void showsBestsellersWhenTheRecommendationsAreDown() throws Exception {
		long pid = this.shop.pidOf("recommendation-service");
		signal("STOP", pid);
		try {
			HttpResponse<String> home = this.shop.get("/");
			assertThat(home.statusCode()).isEqualTo(200);
			assertThat(Page.of(home).links("/products/")).hasSizeGreaterThan(20);
			assertThat(home.body()).contains("Bestsellers");
		}
		finally {
			signal("CONT", pid);
		}
	}

	@Test
	void keepsTheBasketWhenTheInstanceThatTookItDies() throws Exception {
		String path = this.shop.someProduct();
		String product = path.split("/", -1)[2];
		HttpResponse<String> page = this.shop.get(path);
		String cookies = cookies(page);
		HttpResponse<String> added = this.shop.send(
				HttpRequest.newBuilder(this.shop.gateway("/basket/items"))
					.POST(HttpRequest.BodyPublishers
						.ofString("_csrf=" + Page.of(page).formToken() + "&product=" + product + "&quantity=2")),
				HttpResponse.BodyHandlers.ofString(), "Content-Type", "application/x-www-form-urlencoded", "Cookie",
				cookies);
		assertThat(added.statusCode()).isEqualTo(303);
		signal("KILL", this.shop.pidOf("storefront-1"));
		signal("KILL", this.shop.pidOf("storefront-2"));
		Awaitility.await().atMost(COMES_BACK_WITHIN).untilAsserted(() -> {
			HttpResponse<String> basket = this.shop.get("/basket", "Cookie", cookies);
			assertThat(basket.statusCode()).isEqualTo(200);
			assertThat(basket.body()).contains("/products/" + product + "/");
		});
	}

	private static String cookies(HttpResponse<String> response) {
		return response.headers()
			.allValues("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.substring(0, cookie.indexOf(';')))
			.collect(Collectors.joining("; "));
	}

	private long instancesThatAnswer(int requests) {
		List<String> seen = new ArrayList<>();
		for (int i = 0; i < requests; i++) {
			Matcher instance = Pattern.compile("gateway;desc=\"(storefront-\\d+)")
				.matcher(this.shop.get("/basket").headers().firstValue("Server-Timing").orElse(""));
			if (instance.find()) {
				seen.add(instance.group(1));
			}
		}
		return seen.stream().distinct().count();
	}

	private static void signal(String name, long pid) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start().waitFor();
	}

}
