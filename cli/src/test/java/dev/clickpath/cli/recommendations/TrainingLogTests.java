package dev.clickpath.cli.recommendations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrainingLogTests {

	@TempDir
	private Path folder;

	@Test
	void tellsTheLastTrainingThatKnowsEnough() throws IOException {
		Path log = Files.writeString(this.folder.resolve("log"), """
				Trained on 500 events in 30 ms
				Found in 900 ms what predicts 1000 events best: linear
				Trained on 990 events in 40 ms
				""");
		TrainingLog training = new TrainingLog(log);
		assertThat(training.await(1_000, Duration.ofSeconds(1))).isEqualTo(40);
		assertThat(training.search()).isEqualTo(900);
	}

	@Test
	void complainsWhenItDoesNotCome() throws IOException {
		TrainingLog training = new TrainingLog(Files.writeString(this.folder.resolve("log"), "Started"));
		assertThat(training.search()).isZero();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> training.await(1_000, Duration.ZERO))
			.withMessageContaining("not trained within 0 s");
	}

}
