package dev.clickpath.recommendation.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Evaluates a file of events; a program of its own, beside the service.
 */
public final class Evaluation {

	private static final int FEWEST = 1;

	private final Dataset dataset;

	private final int threads;

	private final PrintStream progress;

	Evaluation(Dataset dataset, int threads, PrintStream progress) {
		this.dataset = dataset;
		this.threads = threads;
		this.progress = progress;
	}

	public static void main(String[] args) {
		System.exit(run(args, System.out, System.err));
	}

	static int run(String[] args, PrintStream out, PrintStream err) {
		if (args.length != 1 || !Files.isReadable(Path.of(args[0])) || Files.isDirectory(Path.of(args[0]))) {
			err.println("Name one file of events that can be read, with lines of visitor,type,product,at.");
			return 2;
		}
		EventFile file = new EventFile();
		Dataset dataset = new Dataset();
		try {
			file.read(Path.of(args[0]), dataset::add);
		}
		catch (IOException ex) {
			err.println("%s cannot be evaluated: %s.".formatted(args[0], ex.getMessage()));
			return 1;
		}
		file.complaints().forEach(err::println);
		dataset.split();
		int tests = tests(dataset);
		if (tests < FEWEST) {
			err.println("No visitor has three products or more, so there is nothing to predict; take a larger file.");
			return 1;
		}
		new Evaluation(dataset, Runtime.getRuntime().availableProcessors(), err).report(tests).forEach(out::println);
		return 0;
	}

	private static int tests(Dataset dataset) {
		int tests = 0;
		for (int visitor = 0; visitor < dataset.visitors(); visitor++) {
			tests += (dataset.target(visitor) != Dataset.NONE) ? 1 : 0;
		}
		return tests;
	}

	private List<String> report(int tests) {
		EvaluationReport report = new EvaluationReport(this.dataset, tests);
		List<Scorecard> plain = plain();
		plain.forEach(report::add);
		List<ShopModel> shop = new ArrayList<>();
		Scorecard own = card("Clickpath", () -> {
			shop.add(new ShopModel(this.dataset, this.threads));
			return shop.getFirst();
		});
		report.add(own);
		report.say("");
		report.say(
				"HR@10 of the shop's model: %.1f times popularity's, %.2f times that of co-visitation in a window of 3."
					.formatted(own.hitRate() / Math.max(1e-9, plain.get(0).hitRate()),
							own.hitRate() / Math.max(1e-9, plain.get(1).hitRate())));
		if (this.dataset.products() <= Ease.MOST_PRODUCTS) {
			report.say("EASE is the best of %d penalties, chosen by what it should predict, which favours it."
				.formatted(Ease.PENALTIES.length));
		}
		report.say("What predicts best, found on the rest of the events:");
		shop.getFirst().recipe().text().lines().map((line) -> "  " + line).forEach(report::say);
		return report.lines();
	}

	private List<Scorecard> plain() {
		List<Scorecard> cards = new ArrayList<>();
		cards.add(card("popularity", () -> new MostPopular(this.dataset)));
		cards.add(card("co-visitation", () -> new CoVisitation(this.dataset)));
		cards.add(card("item-kNN", () -> new ItemKnn(this.dataset)));
		if (this.dataset.products() <= Ease.MOST_PRODUCTS) {
			cards.add(ease());
		}
		return cards;
	}

	private Scorecard ease() {
		Scorecard best = card("EASE", () -> new Ease(this.dataset, Ease.PENALTIES[0], this.threads));
		for (int i = 1; i < Ease.PENALTIES.length; i++) {
			double penalty = Ease.PENALTIES[i];
			Scorecard card = card("EASE", () -> new Ease(this.dataset, penalty, this.threads));
			best = (card.ndcg() > best.ndcg()) ? card : best;
		}
		return best;
	}

	private Scorecard card(String name, Supplier<Contestant> training) {
		this.progress.println("Evaluating " + name);
		long start = System.nanoTime();
		Contestant contestant = training.get();
		double seconds = (System.nanoTime() - start) / 1e9;
		return Scorecard.of(contestant, this.dataset, seconds);
	}

}
