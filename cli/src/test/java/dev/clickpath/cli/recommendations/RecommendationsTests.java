package dev.clickpath.cli.recommendations;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class RecommendationsTests {

	@ParameterizedTest
	@CsvSource({ "evaluate,Missing required parameter: 'FILE'", "speed --events=5,--events takes a number from 1000",
			"speed --products=0,--products takes a number from 100",
			"simulate --views=1,--views takes a number from 100",
			"evaluate none.csv,none.csv is no file that can be read" })
	void sayWhatIsWrong(String command, String problem) {
		StringWriter errors = new StringWriter();
		int code = new CommandLine(new Recommendations()).setErr(new PrintWriter(errors, true))
			.setExecutionExceptionHandler((exception, line, parsed) -> {
				line.getErr().println(exception.getMessage());
				return 1;
			})
			.execute(command.split(" ", -1));
		assertThat(code).isNotZero();
		assertThat(errors.toString()).contains(problem);
	}

}
