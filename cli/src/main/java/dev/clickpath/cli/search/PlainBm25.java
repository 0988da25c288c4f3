package dev.clickpath.cli.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plainest ranking that is respected: BM25 over one field with all the words of a
 * product (Robertson and Zaragoza 2009; k1 = 1.2, b = 0.75), an "s" at the end of a word
 * left off, any word of the query enough.
 */
final class PlainBm25 implements Engine {

	private static final double K1 = 1.2;

	private static final double B = 0.75;

	private final Map<String, Map<String, Integer>> postings = new HashMap<>();

	private final Map<String, Integer> lengths = new TreeMap<>();

	private final double meanLength;

	PlainBm25(List<Article> articles) {
		for (Article article : articles) {
			List<String> words = words(article.text());
			this.lengths.put(article.id(), words.size());
			words.forEach((word) -> this.postings.computeIfAbsent(word, (first) -> new HashMap<>())
				.merge(article.id(), 1, Integer::sum));
		}
		this.meanLength = this.lengths.values().stream().mapToInt(Integer::intValue).average().orElse(1);
	}

	private static List<String> words(String text) {
		return Words.of(text)
			.stream()
			.map((word) -> (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"))
					? word.substring(0, word.length() - 1) : word)
			.toList();
	}

	@Override
	public String name() {
		return "plain BM25";
	}

	@Override
	public List<String> search(String query) {
		Map<String, Double> scores = new HashMap<>();
		for (String word : words(query)) {
			Map<String, Integer> found = this.postings.getOrDefault(word, Map.of());
			double weight = Math.log(1 + (this.lengths.size() - found.size() + 0.5) / (found.size() + 0.5));
			found.forEach((id, times) -> scores.merge(id, weight * saturated(id, times), Double::sum));
		}
		return scores.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(DEPTH)
			.map(Map.Entry::getKey)
			.toList();
	}

	private double saturated(String id, int times) {
		double length = this.lengths.getOrDefault(id, 0) / this.meanLength;
		return times * (K1 + 1) / (times + K1 * (1 - B + B * length));
	}

}
