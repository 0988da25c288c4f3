package dev.clickpath.cli.faults;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsOptionsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--warm-up=-1  | --warm-up takes a number from 0 to 600, not -1
			--warm-up=601 | --warm-up takes a number from 0 to 600, not 601
			--lasting=0   | --lasting takes a number from 1 to 600, not 0
			--lasting=ten | Invalid value for option '--lasting'
			--only=kill   | Unknown option: '--only=kill'
			""")
	void refusesWhatItCannotDo(String argument, String message) {
		StringWriter errors = new StringWriter();
		int code = new CommandLine(new Faults()).setErr(new PrintWriter(errors)).execute(argument);
		assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
		assertThat(errors.toString()).startsWith(message);
	}

	@Test
	void tellsWhatItDoesWhenItIsNotTold() {
		String usage = new CommandLine(new Faults()).getUsageMessage();
		assertThat(usage.replaceAll("\\s+", " ")).contains("before the first fault (default: 8)",
				"How long each fault lasts (default: 5)", "--json");
	}

}
