package dev.clickpath.recommendation.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.clickpath.recommendation.events.EventLines;
import dev.clickpath.recommendation.model.Tuning;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evaluates events that it reads from its standard input, as lines of JSON; a program of
 * its own, beside the service.
 */
public final class Evaluation {

	private static final int FEWEST = 1;

	/** As the service believes it of other clocks. */
	private static final Duration AHEAD = Duration.ofMinutes(5);

	private final Dataset dataset;

	private final int threads;

	private final PrintStream progress;

	Evaluation(Dataset dataset, int threads, PrintStream progress) {
		this.dataset = dataset;
		this.threads = threads;
		this.progress = progress;
	}

	public static void main(String[] args) {
		System.exit(run(System.in, System.out, System.err));
	}

	static int run(InputStream in, PrintStream out, PrintStream err) {
		ToldEvents told = new ToldEvents();
		Dataset dataset = new Dataset();
		try {
			told.read(new EventLines(in, JsonMapper.shared(), Instant.now().plus(AHEAD)), dataset::add);
		}
		catch (IOException ex) {
			err.println("The events cannot be evaluated: %s.".formatted(ex.getMessage()));
			return 1;
		}
		told.complaints().forEach(err::println);
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
		if (this.dataset.visitors() > Tuning.DEFAULT.visitors()) {
			report.say("The shop's model remembers %,d visitors; it has forgotten those it heard of before them."
				.formatted(Tuning.DEFAULT.visitors()));
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
