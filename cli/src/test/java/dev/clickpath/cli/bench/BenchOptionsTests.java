package dev.clickpath.cli.bench;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class BenchOptionsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--duration=0          | --duration takes a number from 1 to 3600, not 0
			--warm-up=-1          | --warm-up takes a number from 0 to 3600, not -1
			--rounds=100          | --rounds takes a number from 1 to 99, not 100
			--connections=0       | --connections takes a number from 1 to 1024, not 0
			--url=localhost:8080  | --url takes an address like http://localhost:8080, not localhost:8080
			--peer=ftp://a/       | --peer takes an address like http://localhost:8080, not ftp://a/
			--peer-pid=1          | --peer-pid needs --peer, the page that is behind it
			""")
	void refusesWhatItCannotMeasure(String argument, String message) {
		StringWriter errors = new StringWriter();
		int code = new CommandLine(new Bench()).setErr(new PrintWriter(errors)).execute(argument);
		assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
		assertThat(errors.toString()).startsWith(message);
	}

	@Test
	void tellsWhatItDoesWhenItIsNotTold() {
		String usage = new CommandLine(new Bench()).getUsageMessage();
		assertThat(usage.replaceAll("\\s+", " ")).contains("under load before the first round (default: 90)",
				"under load in a round (default: 20)", "in turn (default: 3)", "at the same time (default: 16)",
				"--json");
	}

}
