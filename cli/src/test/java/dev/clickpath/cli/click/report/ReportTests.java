package dev.clickpath.cli.click.report;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	@Test
	void writesNoCodesOfOthersToTheTerminal() {
		assertThat(
				new Report(SampleVisit.packed("x\u001b[31m" + "y".repeat(100)), Map.of(), Instant.now(), true).lines())
			.noneMatch((line) -> line.contains("\u001b"))
			.anyMatch((line) -> line.endsWith("100 B, x [31m" + "y".repeat(31) + "..."));
	}

}
