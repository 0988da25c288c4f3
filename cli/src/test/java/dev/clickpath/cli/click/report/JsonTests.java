package dev.clickpath.cli.click.report;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTests {

	private final JsonNode json = JsonMapper.shared()
		.valueToTree(Json.of(URI.create("https://www.clickpath.test/here"), 3,
				List.of(new Series("from nothing", List.of(SampleVisit.packed("zstd")))),
				Map.of(SampleVisit.HOST, 1_000L)));

	@Test
	void everyNameStandsInTheReadme() throws IOException {
		String readme = Files.readString(Path.of("..", "README.md"));
		String section = readme.substring(readme.indexOf("## Look at one click"), readme.indexOf("## Look inside"));
		assertThat(names(this.json)).isNotEmpty().allSatisfy((name) -> assertThat(section).contains("`" + name + "`"));
	}

	@Test
	void tellsRedirectsFromThePage() {
		JsonNode exchanges = this.json.get("series").get(0).get("clicks").get(0).get("exchanges");
		assertThat(exchanges.get(0).get("kind").stringValue()).isEqualTo("page");
		assertThat(exchanges.get(0).get("redirect").booleanValue()).isTrue();
		assertThat(exchanges.get(1).get("kind").stringValue()).isEqualTo("page");
		assertThat(exchanges.get(1).has("redirect")).isFalse();
		assertThat(exchanges.get(1).get("hintedLinks").get(0).stringValue()).isEqualTo("</s.css>; rel=preload");
	}

	private static Set<String> names(JsonNode json) {
		Set<String> names = new TreeSet<>(json.propertyNames());
		json.valueStream().forEach((child) -> names.addAll(names(child)));
		return names;
	}

}
