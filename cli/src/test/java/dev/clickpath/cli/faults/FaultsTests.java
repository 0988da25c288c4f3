package dev.clickpath.cli.faults;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTests {

	private static final List<Seen> SEEN = List.of(new Seen("nothing", 3_149, 0, 21.34, 45.06, 93.4, List.of()),
			new Seen("kill -9 of one", 327, 12, 3, 170, 2_105, List.of("/page was answered 502", "it broke off")));

	@Test
	void tellsWhatShoppersSawAndWhatWentWrong() {
		assertThat(Faults.lines(SEEN)).containsExactly("WHAT HAPPENS    REQUESTS  FAILURES  P50 MS  P99 MS  WORST MS",
				"nothing            3,149         0    21.3    45.1        93",
				"kill -9 of one       327        12     3.0   170.0     2,105",
				"kill -9 of one: /page was answered 502", "kill -9 of one: it broke off");
	}

	@Test
	void tellsProgramsTheSame() {
		JsonNode json = JsonMapper.builder().build().valueToTree(SEEN);
		assertThat(json).hasSize(2);
		assertThat(json.get(1).propertyNames()).containsExactly("fault", "requests", "failures", "p50Millis",
				"p99Millis", "worstMillis", "examples");
		assertThat(json.get(1).get("failures").intValue()).isEqualTo(12);
		assertThat(json.get(1).get("examples").get(0).stringValue()).isEqualTo("/page was answered 502");
	}

	@Test
	void onlyWhatConcernsANameGoesToWhoFollowsIt() {
		assertThat(Fault.all()).extracting(Fault::name).doesNotHaveDuplicates().startsWith("nothing");
		assertThat(Fault.all().stream().filter(Fault::byName)).singleElement()
			.extracting(Fault::name)
			.isEqualTo("the name moves, the old one dies");
	}

}
