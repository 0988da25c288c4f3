package dev.clickpath.recommendation.learning;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.training.Recipe;
import dev.clickpath.recommendation.training.Sequences;
import dev.clickpath.recommendation.training.Taste;
import dev.clickpath.recommendation.training.Training;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Trains the model anew when it has learned something: soon after the events have stopped
 * coming, and while they go on often enough, without taking more than a share of the
 * time.
 */
@Component
class Trainer implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Trainer.class);

	/** While events go on coming, this much of the time at most is spent on training. */
	private static final int SHARE = 5;

	private static final double NANOS_A_SECOND = 1e9;

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Model model;

	private final EventFollower follower;

	private final Recipes recipes;

	private final Training training;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	private volatile @Nullable Thread thread;

	private Recipe recipe = Recipe.USUAL;

	private long trained;

	private long seen;

	private long ended;

	private Duration took = Duration.ZERO;

	/** When the model in use was trained, and how long that took. */
	private volatile @Nullable Trained latest;

	Trainer(Model model, EventFollower follower, Recipes recipes, LearningProperties properties, MeterRegistry meters) {
		this.model = model;
		this.follower = follower;
		this.recipes = recipes;
		this.training = new Training(properties.trainingThreads());
		Gauge.builder("clickpath.model.age", this, Trainer::age)
			.description("How long ago the model was trained")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("clickpath.model.training", this, Trainer::trainingTime)
			.description("How long that took")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("clickpath.model.events", this, Trainer::events)
			.description("How many events it was trained on")
			.register(meters);
	}

	private record Trained(long at, Duration took, long events) {
	}

	private double age() {
		Trained known = this.latest;
		return (known != null) ? (System.nanoTime() - known.at()) / NANOS_A_SECOND : Double.NaN;
	}

	private double trainingTime() {
		Trained known = this.latest;
		return (known != null) ? known.took().toNanos() / NANOS_A_SECOND : Double.NaN;
	}

	private double events() {
		Trained known = this.latest;
		return (known != null) ? known.events() : 0;
	}

	@Override
	public void start() {
		this.stopped = new CountDownLatch(1);
		Thread trainer = Thread.ofPlatform().daemon().name("trainer").unstarted(this::train);
		this.thread = trainer;
		trainer.start();
	}

	@Override
	public void stop() {
		Thread stopping = this.thread;
		this.thread = null;
		this.stopped.countDown();
		try {
			if (stopping != null) {
				stopping.join(PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void train() {
		try {
			while (!this.stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
				if (this.follower.isCaughtUp() && isDue()) {
					tryToTrain();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isDue() {
		long now = this.model.changes();
		boolean quiet = now == this.seen;
		this.seen = now;
		Duration rest = Duration.ofNanos(System.nanoTime() - this.ended);
		return now != this.trained && (quiet || rest.compareTo(this.took.multipliedBy(SHARE - 1)) >= 0);
	}

	/** What is known stays in use when it fails. */
	private void tryToTrain() {
		try {
			trainAnew();
		}
		catch (RuntimeException ex) {
			if (isRunning()) {
				logger.error("The model could not be trained, what is known stays in use", ex);
			}
		}
	}

	private void trainAnew() {
		long start = System.nanoTime();
		this.trained = this.model.changes();
		Sequences sequences = this.model.sequences();
		this.recipe = recipe(sequences);
		Taste taste = this.training.learn(sequences, this.recipe);
		this.model.use(taste);
		this.ended = System.nanoTime();
		this.took = Duration.ofNanos(this.ended - start);
		this.latest = new Trained(this.ended, this.took, sequences.events());
		logger.debug("Trained on {} events in {} ms", sequences.events(), this.took.toMillis());
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
		// What the search held is old enough to lie where nobody else collects it for
		// long.
		System.gc();
		logger.info("Found in {} ms what predicts {} events best: {}", (System.nanoTime() - start) / 1_000_000,
				sequences.events(), found.text().replace('\n', ';'));
		return found;
	}

}
