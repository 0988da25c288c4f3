package dev.clickpath.cli.click.report;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Kind;
import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesTests {

	private static final long MILLI = 1_000_000;

	/** Of three clicks, two with hints and one on a connection that was there. */
	private final Series series = series(visit(1, 4L), visit(1, null), visit(2, 8L));

	@Test
	void aPhaseThatDidNotHappenDoesNotMakeItsMedianSmaller() {
		assertThat(this.series.medians()).containsEntry("hints", 6.0)
			.containsEntry("connection", 2.0)
			.containsEntry("head", 10.0);
	}

	@Test
	void aPhaseThatNoClickHadIsLeftOut() {
		assertThat(this.series.medians()).doesNotContainKeys("tls", "unpacking", "hit", "miss");
		assertThat(Series.table(List.of(this.series)).getFirst()).as("its column is there all the same")
			.contains("TLS");
	}

	private static Series series(Visit... visits) {
		return new Series("clicks", Arrays.asList(visits));
	}

	/** A click on one connection, of which the first is opened for it. */
	private static Visit visit(int connection, @Nullable Long hints) {
		Lookup lookup = new Lookup("localhost", false, "it is known", List.of("127.0.0.1"), List.of(), null,
				span(0, 0));
		Opening opening = new Opening(1, "http://localhost:8080", "127.0.0.1:8080", "http/1.1", lookup, span(0, 2),
				null);
		Answer answer = new Answer(connection, 2 * MILLI,
				(hints != null) ? new Answer.Hints((2 + hints) * MILLI, List.of()) : null, 12 * MILLI, 13 * MILLI, 200,
				"identity", 100, 100, span(13, 13), null, List.of());
		return new Visit(List.of(opening), List.of(),
				new Exchange(URI.create("http://localhost:8080/"), Kind.PAGE, 0, answer), span(13, 15), List.of(),
				List.of(), List.of(), 0);
	}

	private static Span span(long from, long to) {
		return new Span(from * MILLI, to * MILLI);
	}

}
