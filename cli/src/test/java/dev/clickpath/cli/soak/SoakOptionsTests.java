package dev.clickpath.cli.soak;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class SoakOptionsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			edge --minutes=0    | --minutes takes a number from 1 to 1440, not 0
			edge --clients=1001 | --clients takes a number from 1 to 1000, not 1001
			''                  | Missing required subcommand
			""")
	void refusesWhatItCannotTry(String arguments, String message) {
		StringWriter errors = new StringWriter();
		String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
		int code = new CommandLine(new Soak()).setErr(new PrintWriter(errors)).execute(words);
		assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
		assertThat(errors.toString()).startsWith(message);
	}

}
