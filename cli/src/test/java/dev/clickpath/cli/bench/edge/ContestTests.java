package dev.clickpath.cli.bench.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Load;
import dev.clickpath.cli.house.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContestTests {

	private static final List<Case> TESTS = List.of(Case.hits().getFirst(), Case.hits().getLast());

	private final List<String> runs = new ArrayList<>();

	private final AssetOrigin origin = new AssetOrigin(FreePorts.any());

	private StandInCache cache;

	@BeforeEach
	void open() {
		this.cache = new StandInCache(this.origin);
	}

	@AfterEach
	void close() {
		this.cache.close();
		this.origin.close();
	}

	@Test
	void roundsGoThroughAllCasesAndContestantsInTurn() {
		List<Standing> standings = contest(0).hold(TESTS, Duration.ZERO, 2, Duration.ofSeconds(1));
		assertThat(this.runs).containsExactly("edge 10 KB", "other 10 KB", "edge 100 KB", "edge 10 KB", "other 10 KB",
				"edge 100 KB");
		assertThat(standings).extracting(Standing::server).containsExactly("edge", "other", "edge");
		assertThat(standings).extracting(Standing::bytes).containsExactly(10_240, 10_240, 102_400);
	}

	@Test
	void aWrongAnswerUnderLoadIsNoFigure() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> contest(7).hold(TESTS, Duration.ZERO, 1, Duration.ofSeconds(1)))
			.withMessage("edge gave 7 wrong answers and asked the origin 0 times while it was measured (10 KB).");
	}

	@Test
	void whoDoesNotStoreIsNotMeasured() {
		this.cache.forgetEverything();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> contest(0).hold(TESTS, Duration.ZERO, 1, Duration.ofSeconds(1)))
			.withMessageContaining("edge asks the origin every time, so it is not a cache here");
		assertThat(this.runs).isEmpty();
	}

	@Test
	void whoAnswersWithAnotherBodyIsNotMeasured() {
		this.cache.garble();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> contest(0).hold(TESTS, Duration.ZERO, 1, Duration.ofSeconds(1)))
			.withMessageContaining("edge answers with another body");
	}

	@Test
	void whoAnswersInAnotherCodingIsNotMeasured() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> contest(0).hold(List.of(Case.hits().get(1)), Duration.ZERO, 1, Duration.ofSeconds(1)))
			.withMessageContaining("edge answers in the coding identity");
	}

	private Contest contest(long wrong) {
		ProcessHandle self = ProcessHandle.current();
		List<Contestant> contestants = List.of(new Contestant("edge", self, this.cache.port(), 0, (test) -> true),
				new Contestant("other", self, this.cache.port(), 0, (test) -> !test.isLarge()));
		return new Contest(contestants, this.origin, new Probe(this.origin, null),
				(contestant, test, length, duration) -> {
					this.runs.add(contestant.name() + " " + test.name());
					return new Load(1_000, 1_000_000, 1, 1, wrong, 0);
				}, (message) -> {
				});
	}

}
