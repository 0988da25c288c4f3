package dev.clickpath.recommendation.learning;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoomTests {

	@Test
	void isForWhatIsFree() {
		assertThat(new Room(() -> 100).isFor(100)).isTrue();
		assertThat(new Room(() -> 100).isFor(101)).isFalse();
	}

	@Test
	void countsWhatACollectionBrings() {
		Queue<Long> free = new ArrayDeque<>(List.of(50L, 150L));
		assertThat(new Room(free::remove).isFor(101)).isTrue();
	}

	@Test
	void knowsThisHeap() {
		assertThat(Room.ofHeap().isFor(1_000)).isTrue();
		assertThat(Room.ofHeap().isFor(Long.MAX_VALUE)).isFalse();
	}

}
