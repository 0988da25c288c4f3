package dev.clickpath.cli.faults.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.clickpath.cli.faults.feed.Visits.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StepTests {

	private static final Visit FINE = new Visit(2_000_000, null, null);

	private static final Visit FAILED = new Visit(3_000_000, "/ was answered 503", null);

	private static final Visit MISSING = new Visit(1_000_000, null, "/products/1/kettle");

	@TempDir
	private Path folder;

	@Test
	void aPageThatDidNotComeIsAFailure() {
		assertThat(step(false, List.of(), FINE, FINE).isOk()).isTrue();
		assertThat(step(true, List.of(), FINE, FAILED).isOk()).isFalse();
		assertThat(step(false, List.of("something else"), FINE).isOk()).isFalse();
	}

	@Test
	void aPageOfSomethingThatIsGoneIsAFailureOnlyWhereNothingGoes() {
		assertThat(step(true, List.of(), FINE, MISSING).isOk()).isTrue();
		assertThat(step(false, List.of(), FINE, MISSING).isOk()).isFalse();
		assertThat(Step.lines(List.of(step(false, List.of(), FINE, MISSING, FAILED))))
			.anySatisfy((line) -> assertThat(line).matches("a feed is added +100 +2\\.0 +50 +3 +2 +1 +2 +3 +FAILED"))
			.contains("a feed is added: /products/1/kettle was not there", "a feed is added: / was answered 503");
	}

	@Test
	void aGeneratedFeedHasARowNowAndThenThatCannotBeUsed() throws IOException {
		GeneratedFeed feed = GeneratedFeed.write(this.folder.resolve("feed.tsv"), 10_000, 0);
		List<String> lines = Files.readAllLines(feed.file());
		assertThat(lines).hasSize(10_001).allMatch((line) -> line.split("\t", -1).length == 9);
		assertThat(lines.stream().filter((line) -> line.contains("\tfree\t")).count()).isEqualTo(2)
			.isEqualTo(feed.rows() - feed.usable());
		List<String> dearer = Files
			.readAllLines(GeneratedFeed.write(this.folder.resolve("dearer.tsv"), 10_000, 1).file());
		assertThat(dearer.get(1)).isNotEqualTo(lines.get(1)).startsWith("g-0000000\t");
	}

	private static Step step(boolean mayBeGone, List<String> wrong, Visit... visits) {
		return new Step("a feed is added", 100, 2, List.of(visits), mayBeGone, wrong);
	}

}
