package dev.clickpath.storefront.journey;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class JourneyPageTests extends RunningStorefront {

	/** What the modules ask words for, and the steps they sort into groups. */
	private static final Pattern ASKED = Pattern
		.compile("say\\(\"([a-z.-]+)\"\\)|\"((?:column|candidate|file)\\.[a-z-]+)\"|\\b([a-z]+): \"(?:way|server|page|"
				+ "files|paint|person)\"");

	@Test
	void withoutJavaScriptItTellsWhatTheServerKnowsAndExplainsTheSteps() {
		HttpResponse<String> page = get("/journey");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((control) -> assertThat(control).startsWith("private"));
		assertThat(page.body())
			.containsPattern("<noscript><p class=\"note\">Only your browser can measure [^<]+\\./clickpath click")
			.containsPattern("Put together by [a-z0-9-]+ in zone [a-z]+: [0-9.,]+\u00a0ms up to here")
			.containsPattern("<dl translate=\"no\" class=\"facts\">(<dt>[a-z.-]+</dt><dd>[0-9.,]+\u00a0ms</dd>)*</dl>")
			.containsSubsequence("<dt data-step=\"dns\">Name resolution</dt><dd>", "RFC 6761", "<dt data-step=\"key\">")
			.contains("<meta name=\"robots\" content=\"noindex\">");
	}

	@Test
	void everyFooterLeadsThere() {
		assertThat(get("/basket").body()).contains("<a href=\"/journey\">See this click, step by step</a>",
				"<button id=\"pin-click\" type=\"button\" aria-pressed=\"false\"");
	}

	@Test
	void thePageHasAllTheWordsThatItsModulesAskFor() throws IOException {
		String page = get("/journey").body();
		Set<String> asked = new TreeSet<>();
		for (String module : List.of("waterfall", "journey")) {
			ASKED
				.matcher(new ClassPathResource("static/js/click/" + module + ".js")
					.getContentAsString(StandardCharsets.UTF_8))
				.results()
				.flatMap((match) -> Stream.of(1, 2, 3).map(match::group))
				.filter(Objects::nonNull)
				.forEach(asked::add);
		}
		assertThat(asked).hasSizeGreaterThan(40)
			.allSatisfy((key) -> assertThat(page).containsAnyOf("<data value=\"" + key + "\">",
					"<dt data-step=\"" + key + "\">"));
	}

}
