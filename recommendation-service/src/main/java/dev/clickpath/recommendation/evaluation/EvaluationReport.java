package dev.clickpath.recommendation.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table for people.
 */
final class EvaluationReport {

	private static final String ROW = "%-24s %8s %8s %9s %11s %9s";

	private final List<String> lines = new ArrayList<>();

	EvaluationReport(Dataset dataset, int tests) {
		this.lines.add(String.format(Locale.ROOT, "%,d events of %,d visitors with %,d products; predicted are %,d",
				dataset.events(), dataset.visitors(), dataset.products(), tests));
		this.lines.add("");
		this.lines.add(String.format(Locale.ROOT, ROW, "", "HR@10", "NDCG@10", "coverage", "popularity", "training"));
	}

	void add(Scorecard card) {
		this.lines.add(String.format(Locale.ROOT, ROW, card.name(), number(card.hitRate(), 4), number(card.ndcg(), 4),
				number(100 * card.coverage(), 1) + " %", number(card.popularity(), 1),
				number(card.seconds(), 1) + " s"));
	}

	void say(String line) {
		this.lines.add(line);
	}

	private static String number(double number, int digits) {
		return String.format(Locale.ROOT, "%." + digits + "f", number);
	}

	List<String> lines() {
		return this.lines;
	}

}
