package dev.clickpath.cli.bench.gateway;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class BenchGatewayOptionsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--duration=0    | --duration takes a number from 1 to 3600, not 0
			--warm-up=-1    | --warm-up takes a number from 0 to 3600, not -1
			--rounds=100    | --rounds takes a number from 1 to 99, not 100
			--connections=0 | --connections takes a number from 1 to 1024, not 0
			--only=nginx    | Unknown option: '--only=nginx'
			""")
	void refusesWhatItCannotMeasure(String argument, String message) {
		StringWriter errors = new StringWriter();
		int code = new CommandLine(new BenchGateway()).setErr(new PrintWriter(errors)).execute(argument);
		assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
		assertThat(errors.toString()).startsWith(message);
	}

	@Test
	void tellsWhatItDoesWhenItIsNotTold() {
		String usage = new CommandLine(new BenchGateway()).getUsageMessage();
		assertThat(usage.replaceAll("\\s+", " ")).contains("under load before the first round (default: 90)",
				"under load in a round (default: 10)", "in turn (default: 3)", "at the same time (default: 16)",
				"--no-start", "--json");
	}

}
