package dev.clickpath.recommendation.evaluation;

import java.util.List;

import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Tuning;
import dev.clickpath.recommendation.training.Recipe;
import dev.clickpath.recommendation.training.Sequences;
import dev.clickpath.recommendation.training.Training;

/**
 * The shop's own model, as the service uses it.
 */
final class ShopModel implements Contestant {

	private static final int BATCH = 1_000;

	private final Model model = new Model(Tuning.DEFAULT);

	private final Dataset dataset;

	ShopModel(Dataset dataset, int threads) {
		this.dataset = dataset;
		List<Interaction> interactions = dataset.interactions();
		for (int i = 0; i < interactions.size(); i += BATCH) {
			this.model.learn(interactions.subList(i, Math.min(i + BATCH, interactions.size())));
		}
		Training training = new Training(threads);
		Sequences sequences = this.model.sequences();
		this.model.use(training.learn(sequences, training.findRecipe(sequences)));
	}

	Recipe recipe() {
		return this.model.taste().recipe();
	}

	@Override
	public String name() {
		return "Clickpath";
	}

	@Override
	public int[] recommend(int visitor, int limit) {
		return this.model.recommendations(this.dataset.visitor(visitor), limit)
			.stream()
			.mapToInt((recommendation) -> this.dataset.product(recommendation.id()))
			.toArray();
	}

}
