package dev.clickpath.recommendation.events;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodiesTests {

	private static final int LONGEST = 1_024;

	private final Bodies bodies = new Bodies(
			new EventProperties(3, DataSize.ofBytes(LONGEST), Duration.ZERO, 10, 10, Duration.ZERO));

	@Test
	void readsNoFurtherThanItsBound() throws IOException {
		try (InputStream body = this.bodies.open(new Endless(), null)) {
			assertThat(body.readNBytes(LONGEST)).hasSize(LONGEST);
			assertThatExceptionOfType(TooManyEventsException.class).isThrownBy(body::read)
				.withMessageContaining("1024 bytes");
		}
	}

	@Test
	void hasRoomForTwoOfTheLargestUntilTheyAreAnswered() throws IOException {
		InputStream first = this.bodies.open(new Endless(), null);
		first.skipNBytes(LONGEST);
		try (InputStream second = this.bodies.open(new Endless(), null);
				InputStream third = this.bodies.open(new Endless(), null)) {
			second.skipNBytes(LONGEST - 1);
			assertThat(third.read()).isEqualTo(' ');
			assertThatExceptionOfType(EventsUnavailableException.class).isThrownBy(third::read);
		}
		first.close();
		try (InputStream fourth = this.bodies.open(new Endless(), null)) {
			assertThat(fourth.readNBytes(LONGEST)).hasSize(LONGEST);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "x-gzip", " GZIP" })
	void unpacksWithinTheSameBound(String coding) throws IOException {
		try (InputStream body = this.bodies.open(gzip("x".repeat(LONGEST)), coding)) {
			assertThat(body.readAllBytes()).hasSize(LONGEST).containsOnly('x');
		}
		try (InputStream body = this.bodies.open(gzip("x".repeat(1_000_000)), coding)) {
			assertThatExceptionOfType(TooManyEventsException.class).isThrownBy(body::readAllBytes);
		}
	}

	@Test
	void tellsWhatCannotBeUnpacked() throws IOException {
		byte[] half = Arrays.copyOf(gzip("something of some length").readAllBytes(), 20);
		for (byte[] broken : List.of(half, new byte[0], "{}".getBytes(StandardCharsets.UTF_8))) {
			try (InputStream body = this.bodies.open(new ByteArrayInputStream(broken), "gzip")) {
				assertThatExceptionOfType(BrokenBodyException.class).isThrownBy(body::readAllBytes);
			}
		}
	}

	private static InputStream gzip(String text) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream output = new GZIPOutputStream(packed)) {
			output.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return new ByteArrayInputStream(packed.toByteArray());
	}

	private static final class Endless extends InputStream {

		@Override
		public int read() {
			return ' ';
		}

	}

}
