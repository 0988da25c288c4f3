package dev.clickpath.recommendation.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.clickpath.recommendation.model.Interaction;
import dev.clickpath.recommendation.model.Kind;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Tuning;
import dev.clickpath.recommendation.training.Taste;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Without a database, so by the usual recipe.
 */
@ExtendWith(OutputCaptureExtension.class)
class RetrainingTests {

	private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

	private final Model model = new Model(Tuning.DEFAULT);

	private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

	private final Retraining retraining = new Retraining(this.model,
			new Recipes(JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none")),
					TransactionOperations.withoutTransaction()),
			new LearningProperties(1_000, Duration.ofSeconds(1), 1), new Room(this.free::get));

	@BeforeEach
	void learn() {
		this.model.learn(IntStream.range(0, 200)
			.mapToObj((i) -> new Interaction("v" + i / 5, "p" + i % 5, Kind.VIEW, NOW.plusSeconds(i)))
			.toList());
	}

	@Test
	void trainsOnAllThatIsRemembered() {
		assertThat(this.retraining.run()).hasValue(200);
		assertThat(this.model.taste().knows(4)).isTrue();
	}

	@Test
	void leavesInUseWhatIsKnownWhenTheHeapHasNoRoom() {
		this.retraining.run();
		Taste known = this.model.taste();
		this.free.set(1_000);
		assertThat(this.retraining.run()).isEmpty();
		assertThat(this.model.taste()).isSameAs(known);
	}

	@Test
	void trainsOnWhatMostVisitorsMetWhenTheHeapHasNoRoomForAll(CapturedOutput output) {
		this.model.learn(IntStream.range(0, 300)
			.mapToObj((i) -> new Interaction("w" + i, "rare" + i, Kind.VIEW, NOW.plusSeconds(i)))
			.toList());
		this.free.set(300_000);
		assertThat(this.retraining.run()).hasValue(500);
		assertThat(this.model.taste().knows(4)).isTrue();
		assertThat(this.model.taste().knows(304)).isFalse();
		assertThat(output).containsOnlyOnce("products that most visitors met of 305");
	}

	@Test
	void asksForRoomBeforeItTakesAny() {
		this.free.set(this.model.memoryOfSequences() - 1);
		assertThat(this.retraining.run()).isEmpty();
	}

	@Test
	void saysInASentenceThatTheHeapHasNoRoom(CapturedOutput output) {
		this.free.set(0);
		this.retraining.run();
		assertThat(output).contains("The heap has no room for training")
			.contains("what is known stays in use")
			.doesNotContain("\tat ");
	}

	@Test
	void saysItOnceForAsLongAsItIsSo(CapturedOutput output) {
		this.free.set(0);
		for (long room : List.of(0L, 0L, Long.MAX_VALUE, 0L)) {
			this.free.set(room);
			this.retraining.run();
		}
		assertThat(output.toString().split("has no room", -1)).hasSize(3);
	}

	@Test
	void trainsWhenThereIsRoomAgain() {
		this.free.set(0);
		this.retraining.run();
		this.free.set(Long.MAX_VALUE);
		assertThat(this.retraining.run()).hasValue(200);
	}

}
