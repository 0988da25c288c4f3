package dev.clickpath.cli.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class JudgementsTests {

	private static final Article KETTLE = new Article("k", "kettles", "kitchen", "Brenna", "red",
			"Brenna Oslo Kettle, Red, 1.2 l", List.of("Stainless steel", "1.2 l"), "It whistles, children love it.");

	private static final Article JAR = new Article("j", "storage-jars", "kitchen", "Tolvi", "",
			"Tolvi Jar with a Kettle drawn on it", List.of(), "");

	@Test
	void theFirstRuleThatFitsGrades() throws IOException {
		assertThat(grades("""
				# a remark
				[type]
				kettle
				  3 category=kettles & !brand=Tolvi
				  1 title~kettle
				""")).isEqualTo(Map.of("k", 3, "j", 1));
	}

	@Test
	void comparesSlugsAndLooksForWords() throws IOException {
		assertThat(grades("x\n  3 colour=blue|red\n")).containsOnlyKeys("k");
		assertThat(grades("x\n  3 category=kettle\n")).isEmpty();
		assertThat(grades("x\n  3 title~1.2 l|2 l\n")).containsOnlyKeys("k");
		assertThat(grades("x\n  3 title~ett\n")).isEmpty();
		assertThat(grades("x\n  3 attributes~STAINLESS STEEL\n")).containsOnlyKeys("k");
		assertThat(grades("x\n  3 text~children\n")).containsOnlyKeys("k");
	}

	@Test
	void refusesRulesThatSayNothing() {
		assertThatThrownBy(() -> Rule.parse("4 title~x")).hasMessageContaining("4 title~x");
		assertThatThrownBy(() -> Rule.parse("3 price=5")).hasMessageContaining("price=5");
	}

	@Test
	void everyKindHasAsManyQueriesAndAThirdIsUnseen() {
		List<JudgedQuery> own = Judgements.own().queries();
		assertThat(own).hasSizeGreaterThan(140).extracting(JudgedQuery::words).doesNotHaveDuplicates();
		assertThat(own.stream().collect(Collectors.groupingBy(JudgedQuery::kind, Collectors.counting())).values())
			.hasSize(7)
			.allSatisfy((count) -> assertThat(count).isBetween(20L, 22L));
		assertThat((double) own.stream().filter(JudgedQuery::unseen).count() / own.size()).isCloseTo(0.33,
				within(0.05));
		assertThat(own).allSatisfy((query) -> assertThat(query.rules()).isNotEmpty());
	}

	@Test
	void measuresTheOrderAndWhatIsMissing() {
		Map<String, Integer> grades = Map.of("a", 3, "b", 1);
		assertThat(Quality.of(List.of("a", "b"), grades)).isEqualTo(new Quality(1, 1, 0));
		Quality swapped = Quality.of(List.of("x", "a"), grades);
		assertThat(swapped.ndcg()).isCloseTo((7 / 1.58496) / (7 + 1 / 1.58496), within(1e-4));
		assertThat(swapped.recall()).isOne();
		assertThat(Quality.of(List.of(), grades)).isEqualTo(new Quality(0, 0, 1));
	}

	@Test
	void thePlainEngineFindsAnyWordAndRanksTheRareOne() {
		PlainBm25 engine = new PlainBm25(List.of(KETTLE, JAR));
		assertThat(engine.search("kettles")).contains("k", "j");
		assertThat(engine.search("jar kettle")).first().isEqualTo("j");
		assertThat(engine.search("lamp")).isEmpty();
	}

	private static Map<String, Integer> grades(String file) throws IOException {
		return Judgements.read(new StringReader(file)).grades(List.of(KETTLE, JAR)).values().iterator().next();
	}

}
