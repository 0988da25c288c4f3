package dev.clickpath.cli.recommendations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedShoppersTests {

	private static final Instant MIDNIGHT = Instant.parse("2026-11-26T00:00:00Z");

	private final SimulatedShoppers shoppers = SimulatedShoppers.ofProducts(2_000, 10);

	@Test
	void doTheSameEveryTime() {
		assertThat(lines(500)).isEqualTo(lines(500));
	}

	@Test
	void haveAllGoneWhenTheyAreSaidTo() {
		List<Instant> times = events(500).stream().map((event) -> Instant.parse(event.get("at").asString())).toList();
		assertThat(times).allSatisfy((time) -> assertThat(time).isBefore(MIDNIGHT))
			.anySatisfy((time) -> assertThat(time).isAfter(MIDNIGHT.minus(Duration.ofMinutes(2))));
	}

	@Test
	void lookAtSoManyProductsNoneTwiceAndAreCalledSimulated() {
		Map<String, Set<String>> views = new HashMap<>();
		int count = 0;
		for (JsonNode event : events(5_000)) {
			assertThat(event.get("visitor").asString()).startsWith("simulated-");
			if (event.get("type").asString().equals("view")) {
				count++;
				assertThat(views.computeIfAbsent(event.get("visitor").asString(), (visitor) -> new HashSet<>())
					.add(event.get("product").asString())).isTrue();
			}
		}
		assertThat(count).isEqualTo(5_000);
		assertThat(5_000.0 / views.size()).isBetween(8.0, 12.0);
	}

	@Test
	void haveTaste() {
		Map<String, Set<Integer>> groups = new HashMap<>();
		Map<String, Integer> views = new HashMap<>();
		for (JsonNode event : events(5_000)) {
			int product = Integer.parseInt(event.get("product").asString().substring("simulated-".length()));
			groups.computeIfAbsent(event.get("visitor").asString(), (visitor) -> new HashSet<>()).add(product / 20);
			views.merge(event.get("visitor").asString(), 1, Integer::sum);
		}
		double spread = groups.entrySet()
			.stream()
			.mapToDouble((visitor) -> (double) visitor.getValue().size() / views.getOrDefault(visitor.getKey(), 1))
			.average()
			.orElseThrow();
		assertThat(spread).isLessThan(0.7);
	}

	@Test
	void takeSomeOfWhatTheyLookAt() {
		List<JsonNode> events = events(5_000);
		assertThat(events.stream().filter((event) -> event.get("type").asString().equals("basket")).count())
			.isBetween(600L, 900L);
		assertThat(events.stream().filter((event) -> event.get("type").asString().equals("purchase")).count())
			.isBetween(200L, 400L);
	}

	@Test
	void comeToAnEndWhereThereIsLittleToLookAt() {
		List<String> told = new ArrayList<>();
		new SimulatedShoppers(List.of(List.of("a", "b")), 10, 1).look(100, MIDNIGHT, told::add);
		assertThat(told).hasSizeGreaterThanOrEqualTo(100);
	}

	private List<String> lines(int events) {
		List<String> lines = new ArrayList<>();
		this.shoppers.look(events, MIDNIGHT, lines::add);
		return lines;
	}

	private List<JsonNode> events(int events) {
		return lines(events).stream().map((line) -> JsonMapper.shared().readTree(line)).toList();
	}

}
