package dev.clickpath.recommendation.events;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodiesTests {

	private static final int LONGEST = 1_024;

	private final Bodies bodies = new Bodies(
			new EventProperties(3, DataSize.ofBytes(LONGEST), Duration.ZERO, 10, 10, Duration.ZERO));

	@Test
	void readsNoFurtherThanItsBound() throws IOException {
		try (InputStream body = this.bodies.open(new Endless())) {
			assertThat(body.readNBytes(LONGEST)).hasSize(LONGEST);
			assertThatExceptionOfType(TooManyEventsException.class).isThrownBy(body::read)
				.withMessageContaining("1024 bytes");
		}
	}

	@Test
	void hasRoomForTwoOfTheLargestUntilTheyAreAnswered() throws IOException {
		InputStream first = this.bodies.open(new Endless());
		first.skipNBytes(LONGEST);
		try (InputStream second = this.bodies.open(new Endless()); InputStream third = this.bodies.open(new Endless())) {
			second.skipNBytes(LONGEST - 1);
			assertThat(third.read()).isEqualTo(' ');
			assertThatExceptionOfType(EventsUnavailableException.class).isThrownBy(third::read);
		}
		first.close();
		try (InputStream fourth = this.bodies.open(new Endless())) {
			assertThat(fourth.readNBytes(LONGEST)).hasSize(LONGEST);
		}
	}

	private static final class Endless extends InputStream {

		@Override
		public int read() {
			return ' ';
		}

	}

}
