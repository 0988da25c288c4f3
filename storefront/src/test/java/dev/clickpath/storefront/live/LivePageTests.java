package dev.clickpath.storefront.live;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class LivePageTests extends RunningStorefront {

	private static final Pattern PARTS = Pattern.compile("\\bpart\\(\"([a-z-]+)\"\\)");

	private static final Pattern WORDS = Pattern.compile("(?:say|button)\\(\"([a-z.-]+)\"");

	@Test
	void isAFrameThatTheGatewayFillsAndLeadsToATableWithoutJavaScript() {
		HttpResponse<String> page = get("/journey/live");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("<a href=\"/journey/live/table\">", "<div id=\"live\" hidden>",
				"<a href=\"/journey\">", "<meta name=\"robots\" content=\"noindex\">");
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("connect-src 'self'"));
	}

	@Test
	void hasAllThePartsAndWordsThatItsModuleAsksFor() throws IOException {
		String page = get("/journey/live").body();
		String module = new ClassPathResource("static/js/live.js").getContentAsString(StandardCharsets.UTF_8);
		assertThat(found(PARTS, module)).hasSizeGreaterThan(8)
			.allSatisfy((part) -> assertThat(page).contains("data-part=\"" + part + "\""));
		assertThat(found(WORDS, module)).hasSizeGreaterThan(4)
			.allSatisfy((word) -> assertThat(page).contains("<data value=\"" + word + "\">"));
	}

	private static Set<String> found(Pattern pattern, String text) {
		Set<String> found = new TreeSet<>();
		pattern.matcher(text).results().forEach((match) -> found.add(match.group(1)));
		return found;
	}

}
