package dev.clickpath.cli.load.visits;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlanTests {

	private static final Pauses PAUSES = new Pauses(Duration.ofSeconds(5));

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@Test
	void theSameSeedMakesTheSameChoicesAndAnotherMakesOthers() {
		List<Visit> visits = Plan.ofUsers(10, PAUSES, MINUTE, 42).stream().toList();
		assertThat(visits).isNotEmpty().isEqualTo(Plan.ofUsers(10, PAUSES, MINUTE, 42).stream().toList());
		assertThat(visits).isNotEqualTo(Plan.ofUsers(10, PAUSES, MINUTE, 43).stream().toList());
	}

	@Test
	void asManyComeAsTheRateSays() {
		double mean = LongStream.range(0, 20)
			.map((seed) -> Plan.ofRate(2, PAUSES, MINUTE, seed)
				.stream()
				.filter((visit) -> !isFromBefore(visit))
				.count())
			.average()
			.orElseThrow();
		assertThat(mean).isCloseTo(2 * 60, within(6.0));
	}

	@Test
	void theGapsBetweenArrivalsAreExponential() {
		List<Duration> arrivals = Plan.ofRate(10, PAUSES, Duration.ofMinutes(10), 1)
			.stream()
			.filter((visit) -> !isFromBefore(visit))
			.map(Visit::arrival)
			.toList();
		double[] gaps = IntStream.range(1, arrivals.size())
			.mapToDouble((i) -> arrivals.get(i).minus(arrivals.get(i - 1)).toNanos() / 1e9)
			.toArray();
		assertThat(IntStream.range(0, gaps.length).filter((i) -> gaps[i] > 0.1).count() / (double) gaps.length)
			.as("a gap is longer than the mean one with a probability of 1/e")
			.isCloseTo(1 / Math.E, within(0.02));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 10, 30, 59 })
	void asManyAreAboutAsWereWantedFromTheFirstMomentToTheLast(int second) {
		double mean = LongStream.range(0, 30)
			.map((seed) -> Plan.ofUsers(50, PAUSES, MINUTE, seed)
				.stream()
				.filter((visit) -> isAbout(visit, Duration.ofSeconds(second)))
				.count())
			.average()
			.orElseThrow();
		assertThat(mean).isCloseTo(50, within(5.0));
	}

	private static boolean isAbout(Visit visit, Duration at) {
		boolean here = isFromBefore(visit) || visit.arrival().compareTo(at) <= 0;
		return here && visit.arrival().plus(visit.length()).compareTo(at) > 0;
	}

	private static boolean isFromBefore(Visit visit) {
		return visit.steps().getFirst().pause().isPositive();
	}

	@Test
	void whoIsInTheMiddleOfAVisitGoesOnWithWhatIsLeftOfIt() {
		Step home = new Step(Action.HOME, Duration.ZERO);
		Step search = new Step(Action.SEARCH, Duration.ofSeconds(3));
		Step product = new Step(Action.PRODUCT, Duration.ofSeconds(4));
		Visit visit = new Visit(1, Duration.ofSeconds(-5), false, false, 7, List.of(home, search, product));
		assertThat(visit.rest().arrival()).isEqualTo(Duration.ofSeconds(2));
		assertThat(visit.rest().steps()).containsExactly(product);
		assertThat(new Visit(1, Duration.ofSeconds(-9), false, false, 7, visit.steps()).rest().steps()).isEmpty();
	}

	@Test
	void nobodyPaysWhoHasNotSignedInAndPutSomethingIntoTheBasket() {
		assertThat(Plan.ofRate(20, PAUSES, MINUTE, 5).stream().filter((visit) -> !isFromBefore(visit)))
			.allSatisfy((visit) -> {
				List<Action> actions = visit.steps().stream().map(Step::action).toList();
				int paying = actions.indexOf(Action.PAY);
				if (paying >= 0) {
					assertThat(actions.subList(0, paying)).contains(Action.PRODUCT, Action.ADD, Action.SIGN_IN);
				}
			});
	}

	@Test
	void someBuyAndSomeComeBack() {
		List<Visit> visits = Plan.ofRate(20, PAUSES, MINUTE, 5).stream().toList();
		assertThat(visits.stream().filter(Visit::returning).count() / (double) visits.size()).isBetween(0.3, 0.4);
		assertThat(visits.stream().filter((visit) -> does(visit, Action.PAY)).count() / (double) visits.size())
			.isBetween(0.05, 0.35);
	}

	private static boolean does(Visit visit, Action action) {
		return visit.steps().stream().anyMatch((step) -> step.action() == action);
	}

	@Test
	void peopleThinkForAsLongAsIsSaidOnAverageAndMostlyLess() {
		SplittableRandom random = new SplittableRandom(3);
		double[] seconds = IntStream.range(0, 20_000).mapToDouble((i) -> PAUSES.next(random).toNanos() / 1e9).toArray();
		assertThat(IntStream.range(0, seconds.length).mapToDouble((i) -> seconds[i]).average().orElseThrow())
			.isCloseTo(5, within(0.2));
		assertThat(IntStream.range(0, seconds.length).filter((i) -> seconds[i] < 5).count() / (double) seconds.length)
			.isCloseTo(0.66, within(0.02));
		assertThat(Arrays.stream(seconds).max().orElseThrow()).isLessThanOrEqualTo(60);
	}

}
