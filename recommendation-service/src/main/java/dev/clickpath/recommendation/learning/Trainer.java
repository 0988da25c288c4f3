package dev.clickpath.recommendation.learning;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.clickpath.recommendation.model.Model;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
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

	/** What has failed would most probably fail again at once. */
	private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

	private static final double NANOS_A_SECOND = 1e9;

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Model model;

	private final EventFollower follower;

	private final Retraining retraining;

	private final Relearning relearning;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	private volatile @Nullable Thread thread;

	private long trained;

	private long seen;

	private long ended;

	private Duration took = Duration.ZERO;

	private Duration pause = Duration.ZERO;

	/** When the model in use was trained, and how long that took. */
	private volatile @Nullable Trained latest;

	Trainer(Model model, EventFollower follower, Retraining retraining, Relearning relearning, MeterRegistry meters) {
		this.model = model;
		this.follower = follower;
		this.retraining = retraining;
		this.relearning = relearning;
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
				if (this.follower.isCaughtUp()) {
					this.relearning.runIfDue();
					if (isDue()) {
						tryToTrain();
					}
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
		return now != this.trained && rest.compareTo(this.pause) >= 0
				&& (quiet || rest.compareTo(this.took.multipliedBy(SHARE - 1)) >= 0);
	}

	/** What is known stays in use when it fails. */
	private void tryToTrain() {
		long start = System.nanoTime();
		this.trained = this.model.changes();
		OptionalInt events = OptionalInt.empty();
		try {
			events = this.retraining.run();
		}
		catch (RuntimeException ex) {
			if (isRunning()) {
				logger.error("The model could not be trained, what is known stays in use", ex);
			}
		}
		this.ended = System.nanoTime();
		this.took = Duration.ofNanos(this.ended - start);
		this.pause = events.isPresent() ? Duration.ZERO : AFTER_FAILURE;
		if (events.isPresent()) {
			this.latest = new Trained(this.ended, this.took, events.getAsInt());
			logger.debug("Trained on {} events in {} ms", events.getAsInt(), this.took.toMillis());
		}
	}

}
