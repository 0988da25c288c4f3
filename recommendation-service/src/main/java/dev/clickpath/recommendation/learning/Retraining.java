package dev.clickpath.recommendation.learning;

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
 * Where that would take more memory than there is, what is known stays in use.
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

	private boolean narrow;

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
		Sequences sequences = this.model.sequences();
		if (!hasRoomFor(sequences)) {
			return OptionalInt.empty();
		}
		this.recipe = recipe(sequences);
		this.model.use(this.training.learn(sequences, this.recipe));
		return OptionalInt.of(sequences.events());
	}

	/** Says so once, and again only when there was room in between. */
	private boolean hasRoomFor(Sequences sequences) {
		long bytes = this.training.memory(sequences);
		boolean wasNarrow = this.narrow;
		this.narrow = !this.room.isFor(bytes);
		if (this.narrow && !wasNarrow) {
			logger.error(
					"The heap has no room for training on {} events, which may take {} MiB: what is known stays in use",
					sequences.events(), bytes / MEBIBYTE);
		}
		return !this.narrow;
	}

	/** Without the database the last recipe is good enough. */
	private Recipe recipe(Sequences sequences) {
		try {
			Recipe latest = this.recipes.latest().orElse(Recipe.USUAL);
			return latest.isOldFor(sequences.events()) ? this.recipes.renew(() -> search(sequences)).orElse(latest)
					: latest;
		}
		catch (DataAccessException | IllegalArgumentException ex) {
			logger.warn("The recipe cannot be read or kept, the last one stays in use: {}", ex.getMessage());
			return this.recipe;
		}
	}

	private Recipe search(Sequences sequences) {
		long start = System.nanoTime();
		Recipe found = this.training.findRecipe(sequences);
		logger.info("Found in {} ms what predicts {} events best: {}", (System.nanoTime() - start) / 1_000_000,
				sequences.events(), found.text().replace('\n', ';'));
		return found;
	}

}
