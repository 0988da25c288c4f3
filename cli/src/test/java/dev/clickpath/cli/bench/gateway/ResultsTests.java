package dev.clickpath.cli.bench.gateway;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTests {

	private static final Standing GATEWAY = new Standing("gateway", 10_419.4, 1.234, 13.3, 95.4, 6.5, null);

	private static final Standing NGINX = new Standing("nginx", 43_484, 0.35, 2.2, 21, null, 0.2396);

	private static final Results RESULTS = new Results(true, List.of(GATEWAY, NGINX), new FirstSeconds(9_271, 1_834));

	@Test
	void putsRatiosBesideTheOthers() {
		assertThat(RESULTS.lines()).containsExactly("BALANCER   REQ/S  P50 MS  P99 MS  CPU µS  P99 AT HALF  GATEWAY",
				"gateway   10,419    1.23   13.30      95         6.50",
				"nginx     43,484    0.35    2.20      21                0.24 x", "",
				"Balancers were bound to one core, upstreams and load tool to another (taskset).",
				"The first ten seconds from the start of the process: 9,271 pages with a cache of loaded classes, "
						+ "1,834 without: 5.1 x (aim: 3).");
	}

	@Test
	void saysWhenAllShareCoresAndNothingOfAStartThatWasLeftOut() {
		assertThat(new Results(false, List.of(GATEWAY), null).lines()).last()
			.isEqualTo("Balancers, upstreams and load tool shared all cores, so requests/s depend on all of them.");
	}

	@Test
	void nothingIsNoDivisor() {
		assertThat(new FirstSeconds(700, 0).line()).isEqualTo("The first ten seconds from the start of the process: "
				+ "700 pages with a cache of loaded classes, none without (aim: 3 x).");
	}

	@Test
	void tellsProgramsTheSame() {
		JsonNode json = JsonMapper.builder().build().valueToTree(RESULTS);
		assertThat(json.propertyNames()).containsExactly("apart", "balancers", "firstSeconds");
		assertThat(json.at("/balancers/0/gateway").isNull()).isTrue();
		assertThat(json.at("/balancers/1/balancer").stringValue()).isEqualTo("nginx");
		assertThat(json.at("/balancers/1/requestsPerSecond").doubleValue()).isEqualTo(43_484);
		assertThat(json.at("/balancers/1/gateway").doubleValue()).isEqualTo(0.2396);
		assertThat(json.at("/firstSeconds/withCache").longValue()).isEqualTo(9_271);
		assertThat(json.at("/firstSeconds/without").longValue()).isEqualTo(1_834);
	}

}
