package dev.clickpath.cli.bench.edge;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MissesTests {

	@Test
	void takesPercentilesOfTimesInAnyOrder() {
		long[] nanos = LongStream.rangeClosed(1, 1_000).map((number) -> (1_001 - number) * 1_000_000).toArray();
		assertThat(Misses.Times.of(nanos)).isEqualTo(new Misses.Times(501, 991));
	}

}
