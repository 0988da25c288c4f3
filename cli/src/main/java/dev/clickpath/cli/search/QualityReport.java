package dev.clickpath.cli.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.Table;

/**
 * How good the answers of some engines are, kind by kind.
 *
 * @param engines their names
 * @param qualities of each query, by the name of the engine
 */
record QualityReport(List<String> engines, Map<JudgedQuery, Map<String, Quality>> qualities) {

	private static final int MOST_WEAK = 15;

	static QualityReport of(Judgements judgements, Map<JudgedQuery, Map<String, Integer>> grades,
			List<Engine> engines) {
		Map<JudgedQuery, Map<String, Quality>> qualities = new LinkedHashMap<>();
		for (JudgedQuery query : judgements.queries()) {
			Map<String, Integer> own = grades.getOrDefault(query, Map.of());
			if (own.values().stream().anyMatch((grade) -> grade >= Quality.GOOD)) {
				Map<String, Quality> each = new LinkedHashMap<>();
				engines.forEach((engine) -> each.put(engine.name(), Quality.of(engine.search(query.words()), own)));
				qualities.put(query, each);
			}
		}
		return new QualityReport(engines.stream().map(Engine::name).toList(), qualities);
	}

	/**
	 * The means of each group of queries, by the name of the engine.
	 */
	Map<String, Map<String, Quality>> means() {
		Map<String, Map<String, Quality>> means = new LinkedHashMap<>();
		groups().forEach((group, queries) -> {
			Map<String, Quality> each = new LinkedHashMap<>();
			this.engines.forEach((engine) -> each.put(engine, mean(queries, engine)));
			means.put(group, each);
		});
		return means;
	}

	private Map<String, Predicate<JudgedQuery>> groups() {
		Map<String, Predicate<JudgedQuery>> groups = new LinkedHashMap<>();
		this.qualities.keySet()
			.forEach((query) -> groups.put(query.kind(), (other) -> other.kind().equals(query.kind())));
		groups.put("all", (query) -> true);
		groups.put("used for tuning", (query) -> !query.unseen());
		groups.put("kept unseen", JudgedQuery::unseen);
		return groups;
	}

	private Quality mean(Predicate<JudgedQuery> queries, String engine) {
		return Quality.mean(this.qualities.entrySet()
			.stream()
			.filter((entry) -> queries.test(entry.getKey()))
			.map((entry) -> quality(entry.getValue(), engine))
			.toList());
	}

	private static Quality quality(Map<String, Quality> each, String engine) {
		return each.getOrDefault(engine, Quality.NONE);
	}

	/**
	 * A table for people.
	 */
	List<String> lines(int products) {
		List<String> lines = new ArrayList<>();
		lines.add("%d judged queries on %,d products".formatted(this.qualities.size(), products));
		lines.addAll(table("nDCG@10", Quality::ndcg));
		lines.addAll(table("recall@100", Quality::recall));
		lines.addAll(table("no results", Quality::empty));
		return lines;
	}

	private List<String> table(String figure, ToDoubleFunction<Quality> of) {
		Table table = new Table(false, true, true, true, true);
		List<String> head = new ArrayList<>(List.of(figure, "queries"));
		head.addAll(this.engines);
		table.row(head.toArray());
		Map<String, Predicate<JudgedQuery>> groups = groups();
		means().forEach((group, means) -> {
			List<Object> row = new ArrayList<>(List.of(group));
			row.add(this.qualities.keySet().stream().filter(groups.getOrDefault(group, (query) -> false)).count());
			this.engines.forEach(
					(engine) -> row.add(String.format(Locale.ROOT, "%.3f", of.applyAsDouble(quality(means, engine)))));
			table.row(row.toArray());
		});
		List<String> lines = new ArrayList<>(List.of(""));
		lines.addAll(table.lines());
		return lines;
	}

	/**
	 * The same with the queries that one of the engines answers worst.
	 */
	List<String> withWeak(List<String> lines, String engine) {
		Table table = new Table(false, true, true, false);
		table.row("weak", "nDCG@10", "recall@100", "query");
		this.qualities.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().unseen())
			.sorted(Comparator.comparingDouble((entry) -> quality(entry.getValue(), engine).ndcg()))
			.limit(MOST_WEAK)
			.forEach((entry) -> {
				Quality quality = quality(entry.getValue(), engine);
				table.row(entry.getKey().kind(), String.format(Locale.ROOT, "%.3f", quality.ndcg()),
						String.format(Locale.ROOT, "%.3f", quality.recall()), entry.getKey().words());
			});
		List<String> all = new ArrayList<>(lines);
		all.add("");
		all.addAll(table.lines());
		return all;
	}

}
