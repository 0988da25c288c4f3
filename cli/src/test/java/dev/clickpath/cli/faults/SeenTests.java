package dev.clickpath.cli.faults;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenTests {

	@Test
	void takesPercentilesOfTimesInAnyOrder() {
		List<Long> nanos = LongStream.rangeClosed(1, 1_000)
			.map((number) -> (1_001 - number) * 1_000_000)
			.boxed()
			.toList();
		assertThat(Seen.of("nothing", nanos, List.of()))
			.isEqualTo(new Seen("nothing", 1_000, 0, 501, 991, 1_000, List.of()));
	}

	@Test
	void countsEveryFailureAndShowsThreeOfAKindEach() {
		Seen seen = Seen.of("nothing", List.of(1L, 2L, 3L, 4L, 5L), List.of("a", "a", "b", "c", "d"));
		assertThat(seen.failures()).isEqualTo(5);
		assertThat(seen.examples()).containsExactly("a", "b", "c");
	}

	@Test
	void nobodyMaySeeNothing() {
		assertThat(Seen.of("nothing", List.of(), List.of())).isEqualTo(new Seen("nothing", 0, 0, 0, 0, 0, List.of()));
	}

}
