package dev.clickpath.storefront.page;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class TellingTests extends RunningStorefront {

	private static final Pattern LATE = Pattern
		.compile("<script type=\"application/json\" id=\"click-steps\">(.*?)</script>");

	@Test
	void aPageTellsOfItsPartsItsCallsAndItsStatements() {
		// Where the catalogue is waited for, the head goes before the end is told.
		String told = Awaitility.await()
			.until(() -> told(get("/basket", "Cookie", "visitor=" + VISITOR)), (head) -> head.contains("page.kept"));
		assertThat(told).containsPattern("(^|, )handler;desc=\"@[\\d.]+ BasketController.\\w+\";dur=[\\d.]+")
			.containsPattern("(^|, )db;desc=\"@[\\d.]+ rows=\\d+\";dur=[\\d.]+")
			.containsPattern(", page.head;desc=\"@[\\d.]+\";dur=[\\d.]+")
			.containsPattern(", page.kept;desc=\"hits=\\d+; misses=\\d+\";dur=[\\d.]+")
			.containsPattern(", storefront;dur=[\\d.]+$");
	}

	@Test
	void whatEndsAfterTheHeadStandsAtTheEndOfTheDocument() {
		RECOMMENDATIONS.hang();
		// A machine that is very busy may have given the shelves up before the page needs
		// them.
		HttpResponse<String> page = Awaitility.await()
			.until(() -> get("/", "Cookie", "visitor=" + UUID.randomUUID()),
					(home) -> !told(home).contains("page.shelves"));
		Matcher late = LATE.matcher(page.body());
		assertThat(late.find()).isTrue();
		JsonNode steps = JsonMapper.builder().build().readTree(late.group(1));
		assertThat(steps.get("hop").asString()).isEqualTo("storefront");
		assertThat(steps.get("steps")).extracting((step) -> step.get("name").asString())
			.contains("handler", "page.head", "page.main", "page.wait", "page.shelves", "page.kept");
	}

	@Test
	void theClientsTraceGoesIntoTheLogs(CapturedOutput output) {
		String trace = UUID.randomUUID().toString().replace("-", "");
		CATALOGUE.on("/products/" + trace,
				(uri) -> Map.of("id", trace, "slug", "without-a-price", "rating", 4.5, "ratingCount", 1, "stock", 1));
		HttpResponse<String> failed = get("/products/" + trace + "/without-a-price", "traceparent",
				"00-" + trace + "-b7ad6b7169203331-01");
		assertThat(failed.statusCode()).isEqualTo(500);
		assertThat(output.getOut()).contains("[trace " + trace + "]");
	}

	private static String told(HttpResponse<String> page) {
		return page.headers().firstValue("Server-Timing").orElseThrow();
	}

}
