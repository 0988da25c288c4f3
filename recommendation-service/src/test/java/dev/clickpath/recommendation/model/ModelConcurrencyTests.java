package dev.clickpath.recommendation.model;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ModelConcurrencyTests {

	@Test
	void answersSoundlyWhileItLearns() throws Exception {
		Model model = new Model(Tuning.DEFAULT);
		List<Interaction> crowd = Shoppers.crowd(42, 30_000, 500, 4_000);
		AtomicBoolean learning = new AtomicBoolean(true);
		Callable<Integer> reader = () -> {
			int answers = 0;
			while (learning.get() || answers == 0) {
				List<Recommendation> recommendations = model.recommendations("v" + answers % 500, 20);
				List<String> met = model.trail("v" + answers % 500, 5).viewed();
				assertThat(recommendations).extracting(Recommendation::id).doesNotHaveDuplicates();
				assertThat(recommendations).allMatch((recommendation) -> recommendation.score() > 0);
				assertThat(new HashSet<>(met)).hasSameSizeAs(met);
				assertThat(model.trending(20)).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
				assertThat(model.related("p1", Relation.VIEWED, 20)).allMatch((scored) -> scored.score() > 0);
				answers++;
			}
			return answers;
		};
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> readers = List.of(executor.submit(reader), executor.submit(reader),
					executor.submit(reader));
			try {
				for (int i = 0; i < crowd.size(); i += 100) {
					model.learn(crowd.subList(i, i + 100));
				}
			}
			finally {
				learning.set(false);
			}
			for (Future<Integer> done : readers) {
				assertThat(done.get()).isPositive();
			}
		}
		assertSameAsCalm(model, crowd);
	}

	@Test
	void losesNothingThatItLearnsWhileItLearnsAnew() throws Exception {
		Model model = new Model(Tuning.DEFAULT);
		List<Interaction> crowd = IntStream.range(0, 20_000)
			.mapToObj((i) -> Shoppers.view("v" + i, "p" + i % 50, 0))
			.toList();
		AtomicBoolean learning = new AtomicBoolean(true);
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Integer> relearner = executor.submit(() -> {
				int times = 0;
				while (learning.get() || times == 0) {
					model.relearn();
					times++;
				}
				return times;
			});
			try {
				for (int i = 0; i < crowd.size(); i += 100) {
					model.learn(crowd.subList(i, i + 100));
				}
			}
			finally {
				learning.set(false);
			}
			assertThat(relearner.get()).isPositive();
		}
		assertThat(model.trending(100)).hasSize(50)
			.allSatisfy((one) -> assertThat(one.score()).isCloseTo(20_000 / 50, within(0.01f)));
	}

	private static void assertSameAsCalm(Model model, List<Interaction> crowd) {
		Model calm = new Model(Tuning.DEFAULT);
		calm.learn(crowd);
		assertThat(model.related("p1", Relation.VIEWED, 100)).isEqualTo(calm.related("p1", Relation.VIEWED, 100));
		assertThat(model.trending(100)).isEqualTo(calm.trending(100));
	}

}
