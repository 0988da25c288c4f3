package dev.clickpath.storefront.page;

import java.net.http.HttpResponse;

import dev.clickpath.storefront.testing.RunningStorefront;
import dev.clickpath.storefront.visit.Seed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page that was begun can be finished by whoever makes it anew of the same seed.
 */
class SamePageTests extends RunningStorefront {

	private static final String SEED = "0123456789_-abcdefghiJ";

	@ParameterizedTest
	@ValueSource(strings = { "/", "/departments/kitchen", "/products/k10/kettle-10", "/search?q=kettle", "/basket" })
	void isTheSameToTheByteButForWhatWasMeasured(String path) {
		Awaitility.await().untilAsserted(() -> {
			HttpResponse<String> first = get(path, Seed.HEADER, SEED);
			HttpResponse<String> second = get(path, Seed.HEADER, SEED);
			assertThat(first.statusCode()).isEqualTo(200);
			assertThat(beforeTheMeasured(second)).contains("nonce=", "_csrf").isEqualTo(beforeTheMeasured(first));
			assertThat(second.headers().allValues("Set-Cookie")).isNotEmpty()
				.isEqualTo(first.headers().allValues("Set-Cookie"));
			assertThat(second.headers().firstValue("Content-Security-Policy"))
				.isEqualTo(first.headers().firstValue("Content-Security-Policy"));
		});
	}

	private static String beforeTheMeasured(HttpResponse<String> page) {
		return page.body().substring(0, page.body().indexOf("<footer"));
	}

	@Test
	void anotherSeedIsAnotherVisitorWithOtherSecrets() {
		HttpResponse<String> first = get("/", Seed.HEADER, SEED);
		HttpResponse<String> second = get("/", Seed.HEADER, SEED.replace("a", "A"));
		assertThat(second.headers().allValues("Set-Cookie")).isNotEqualTo(first.headers().allValues("Set-Cookie"));
		assertThat(second.headers().firstValue("Content-Security-Policy"))
			.isNotEqualTo(first.headers().firstValue("Content-Security-Policy"));
	}

}
