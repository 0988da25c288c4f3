package dev.clickpath.recommendation.learning;

import java.util.Optional;
import java.util.OptionalInt;

import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.training.Recipe;
import dev.clickpath.recommendation.training.Sequences;
import dev.clickpath.recommendation.training.Training;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Trains the model on all that is remembered, with a new recipe if the last one is old.
 * Where that would take more memory than there is, it is trained on the products that
 * most visitors met; where that would not be worth it either, what is known stays in use
 * and the pairs that are counted one by one speak beside it.
 */
@Component
class Retraining {

	private static final Logger logger = LoggerFactory.getLogger(Retraining.class);

	private static final int MEBIBYTE = 1 << 20;

	private final Model model;

	private final Recipes recipes;

	private final Training training;

	private final Room room;

	private Recipe recipe = Recipe.USUAL;

	private boolean refused;

	private boolean less;

	Retraining(Model model, Recipes recipes, LearningProperties properties, Room room) {
		this.model = model;
		this.recipes = recipes;
		this.training = new Training(properties.trainingThreads());
		this.room = room;
	}

	/**
	 * Trains it, if there is room.
	 * @return on how many events the model is trained now, nothing when it is not
	 */
	OptionalInt run() {
		Recipe before = this.recipe;
		OptionalInt events = train();
		if (!this.recipe.equals(before)) {
			// What a search held, or the start, is old enough to lie where nobody else
			// collects it for long.
			System.gc();
		}
		return events;
	}

	private OptionalInt train() {
		long bytes = this.model.memoryOfSequences();
		if (!this.room.isFor(bytes)) {
			return refused(bytes);
		}
		Sequences sequences = this.model.sequences();
		bytes = this.training.memory(sequences);
		Optional<Training> possible = this.training.within(this.room.upTo(bytes), sequences);
		if (possible.isEmpty()) {
			return refused(bytes);
		}
		Training training = possible.get();
		tell(training.products(sequences), this.training.products(sequences), bytes);
		this.recipe = recipe(training, sequences);
		this.model.use(training.learn(sequences, this.recipe));
		return OptionalInt.of(sequences.events());
	}

	/** Says so once, and again only when there was room in between. */
	private OptionalInt refused(long bytes) {
		if (!this.refused) {
			logger.error("The heap has no room for training, which may take {} MiB: what is known stays in use",
					bytes / MEBIBYTE);
		}
		this.refused = true;
		this.model.lag();
		return OptionalInt.empty();
	}

	private void tell(int products, int all, long bytes) {
		boolean isLess = products < all;
		if (isLess && !this.less) {
			logger.warn("The heap has room for training on the {} products that most visitors met of {}: "
					+ "all would take {} MiB", products, all, bytes / MEBIBYTE);
		}
		this.less = isLess;
		this.refused = false;
	}

	/** Without the database the last recipe is good enough. */
	private Recipe recipe(Training training, Sequences sequences) {
		try {
			Recipe latest = this.recipes.latest().orElse(Recipe.USUAL);
			return latest.isOldFor(sequences.events())
					? this.recipes.renew(() -> search(training, sequences)).orElse(latest) : latest;
		}
		catch (DataAccessException | IllegalArgumentException ex) {
			logger.warn("The recipe cannot be read or kept, the last one stays in use: {}", ex.getMessage());
			return this.recipe;
		}
	}

	private Recipe search(Training training, Sequences sequences) {
		long start = System.nanoTime();
		Recipe found = training.findRecipe(sequences);
		logger.info("Found in {} ms what predicts {} events best: {}", (System.nanoTime() - start) / 1_000_000,
				sequences.events(), found.text().replace('\n', ';'));
		return found;
	}

}
