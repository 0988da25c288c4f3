package dev.clickpath.cli.recommendations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.clickpath.cli.Problem;

/**
 * What the service says of its training.
 */
final class TrainingLog {

	private static final Pattern TRAINED = Pattern.compile("Trained on (\\d+) events in (\\d+) ms");

	private static final Pattern SEARCHED = Pattern.compile("Found in (\\d+) ms what predicts");

	private static final Duration POLL = Duration.ofMillis(200);

	/** A visitor is told the same event twice now and then, which is one. */
	private static final double NEARLY_ALL = 0.98;

	private final Path log;

	TrainingLog(Path log) {
		this.log = log;
	}

	/**
	 * Waits for the training that knows nearly so many events.
	 * @return how many milliseconds it took
	 */
	long await(int events, Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		while (System.nanoTime() < end) {
			Optional<MatchResult> last = last(TRAINED);
			if (last.isPresent() && Integer.parseInt(last.get().group(1)) >= NEARLY_ALL * events) {
				return Long.parseLong(last.get().group(2));
			}
			LockSupport.parkNanos(POLL.toNanos());
		}
		throw new Problem("The model was not trained within %d s; see %s.".formatted(patience.toSeconds(), this.log));
	}

	/**
	 * How many milliseconds the last search for a recipe took, 0 when there was none.
	 */
	long search() {
		return last(SEARCHED).map((line) -> Long.parseLong(line.group(1))).orElse(0L);
	}

	private Optional<MatchResult> last(Pattern pattern) {
		try {
			return pattern.matcher(Files.readString(this.log)).results().reduce((first, last) -> last);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The service's log cannot be read", ex);
		}
	}

}
